/// The proxies of a process, by their names.
package actor ProxyRegistry {
  private let seed: UInt64
  private var proxies: [String: FaultProxy] = [:]

  /// Creates an empty registry.
  ///
  /// - Parameter seed: decides which connections toxics befall.
  package init(seed: UInt64) { self.seed = seed }

  /// Every proxy, by name.
  package var all: [FaultProxy] {
    proxies.values.sorted { $0.name < $1.name }
  }

  /// The proxy that has a name.
  package func proxy(_ name: String) throws(ProxyError) -> FaultProxy {
    guard let proxy = proxies[name] else { throw ProxyError(.noProxy, "proxy not found") }
    return proxy
  }

  /// Starts a proxy together with its toxics.
  ///
  /// - Throws: ``ProxyError`` when the name is taken or the address cannot be listened on.
  @discardableResult
  package func add(_ options: ProxyOptions) async throws(ProxyError) -> FaultProxy {
    guard proxies[options.name] == nil else { throw Self.exists }
    let proxy = try await FaultProxy.start(options, seed: seed)
    guard proxies[options.name] == nil else {  // someone else was faster
      await proxy.disable()
      throw Self.exists
    }
    proxies[options.name] = proxy
    return proxy
  }

  /// Stops and forgets a proxy.
  package func remove(_ name: String) async throws(ProxyError) {
    let proxy = try proxy(name)
    proxies[name] = nil
    await proxy.disable()
  }

  /// Enables every proxy and removes all toxics.
  package func reset() async throws(ProxyError) {
    for proxy in all {
      await proxy.setToxics([])
      try await proxy.enable()
    }
  }

  /// Stops every proxy.
  package func stopAll() async {
    for proxy in all { await proxy.disable() }
    proxies = [:]
  }

  private static let exists = ProxyError(.proxyExists, "proxy already exists")
}
