/// The proxies of a process, by their names.
package actor ProxyRegistry {
  private let seed: UInt64
  private let turns = ChangeTurns()
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
    guard let proxy = proxies[name] else { throw .noProxy }
    return proxy
  }

  /// Starts a proxy together with its toxics.
  ///
  /// - Throws: ``ProxyError`` when the name is taken or the address cannot be listened on.
  @discardableResult
  package func add(_ options: ProxyOptions) async throws(ProxyError) -> FaultProxy {
    await turns.begin()
    defer { turns.end() }
    guard proxies[options.name] == nil else {
      throw ProxyError(.proxyExists, "proxy already exists")
    }
    let proxy = try await FaultProxy.start(options, seed: seed)
    proxies[options.name] = proxy
    return proxy
  }

  /// Makes the proxies of a list, all of them or none.
  ///
  /// One that is there and listens and connects as wanted stays, with its connections; another of
  /// the same name is replaced.
  ///
  /// - Returns: what they are now, in the order of the list.
  /// - Throws: ``ProxyError`` when an address cannot be listened on; all is as before then.
  package func populate(_ list: [ProxyOptions]) async throws(ProxyError) -> [ProxyOptions] {
    await turns.begin()
    defer { turns.end() }
    var change = PopulateChange(proxies, seed: seed)
    do throws(ProxyError) {
      for options in list { try await change.apply(options) }
    } catch {
      throw await change.undo(after: error)
    }
    proxies = await change.finish()
    var all: [ProxyOptions] = []
    for options in list {
      if let proxy = proxies[options.name] { all.append(await proxy.options) }
    }
    return all
  }

  /// Stops and forgets a proxy.
  package func remove(_ name: String) async throws(ProxyError) {
    await turns.begin()
    defer { turns.end() }
    let proxy = try proxy(name)
    proxies[name] = nil
    await proxy.stop()
  }

  /// Enables every proxy and removes all toxics.
  package func reset() async throws(ProxyError) {
    await turns.begin()
    defer { turns.end() }
    for proxy in all {
      try await proxy.enable()
      await proxy.setToxics([])
    }
  }

  /// Stops every proxy.
  package func stopAll() async {
    await turns.begin()
    defer { turns.end() }
    for proxy in all { await proxy.stop() }
    proxies = [:]
  }
}
