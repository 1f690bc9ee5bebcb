/// Proxies that are being made from a list: what was done, so that it can be undone.
struct PopulateChange {
  private var proxies: [String: FaultProxy]
  private let seed: UInt64
  private var started: [FaultProxy] = []
  /// What was there before, the newest change last.
  private var changed: [(proxy: FaultProxy, before: ProxyOptions)] = []
  private var replaced: [FaultProxy] = []

  init(_ proxies: [String: FaultProxy], seed: UInt64) {
    self.proxies = proxies
    self.seed = seed
  }

  /// Makes, changes or replaces one proxy.
  mutating func apply(_ options: ProxyOptions) async throws(ProxyError) {
    if let proxy = proxies[options.name] {
      changed.append((proxy, await proxy.options))
      if await proxy.isPlaced(as: options) {
        try await proxy.change(isEnabled: options.isEnabled)
        if !options.toxics.isEmpty { await proxy.setToxics(options.toxics) }
        return
      }
      await proxy.disable()
      replaced.append(proxy)
    }
    let proxy = try await FaultProxy.start(options, seed: seed)
    started.append(proxy)
    proxies[options.name] = proxy
  }

  /// Ends those that were replaced, for good; gives those that are there now.
  func finish() async -> [String: FaultProxy] {
    for proxy in replaced { await proxy.stop() }
    return proxies
  }

  /// Makes everything as it was before.
  ///
  /// - Returns: the reason, and what could not be undone.
  func undo(after reason: ProxyError) async -> ProxyError {
    for proxy in started { await proxy.stop() }
    var text = reason.description
    for (proxy, before) in changed.reversed() {
      await proxy.setToxics(before.toxics)
      do throws(ProxyError) {
        try await proxy.change(isEnabled: before.isEnabled)
      } catch {
        text += "; the proxy '\(proxy.name)' that was there before \(error)"
      }
    }
    return ProxyError(reason.kind, text)
  }
}
