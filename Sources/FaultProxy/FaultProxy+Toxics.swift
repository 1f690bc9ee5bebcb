package import FaultModel

extension FaultProxy {
  /// The toxic that has a name.
  package func toxic(_ name: String) throws(ProxyError) -> Toxic {
    guard let toxic = options.toxics.first(where: { $0.name == name }) else {
      throw ProxyError(.noToxic, "toxic not found")
    }
    return toxic
  }

  /// Adds a toxic behind the others.
  package func add(_ toxic: Toxic) async throws(ProxyError) {
    guard !options.toxics.contains(where: { $0.name == toxic.name }) else {
      throw ProxyError(.toxicExists, "toxic already exists")
    }
    await setToxics(options.toxics + [toxic])
  }

  /// Puts a toxic into the place of the one that has its name.
  package func replace(_ toxic: Toxic) async throws(ProxyError) {
    _ = try self.toxic(toxic.name)
    await setToxics(options.toxics.map { $0.name == toxic.name ? toxic : $0 })
  }

  /// Removes a toxic.
  package func removeToxic(_ name: String) async throws(ProxyError) {
    _ = try toxic(name)
    await setToxics(options.toxics.filter { $0.name != name })
  }
}
