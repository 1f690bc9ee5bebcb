package import FaultModel

extension FaultProxy {
  /// The toxic that has a name.
  package func toxic(_ name: String) throws(ProxyError) -> Toxic {
    guard let toxic = options.toxics.first(where: { $0.name == name }) else { throw .noToxic }
    return toxic
  }

  /// Adds a toxic behind the others.
  package func add(_ toxic: Toxic) async throws(ProxyError) {
    guard !options.toxics.contains(where: { $0.name == toxic.name }) else {
      throw ProxyError(.toxicExists, "toxic already exists")
    }
    await setToxics(options.toxics + [toxic])
  }

  /// Changes the toxic that has a name; gives what it is then.
  ///
  /// - Parameter change: changes the toxic, or throws why it is refused; nothing changes then.
  package func change(
    _ name: String, _ change: @Sendable (inout Toxic) throws(ToxicError) -> Void
  ) async throws -> Toxic {
    var toxic = try self.toxic(name)
    try change(&toxic)
    let changed = toxic
    await setToxics(options.toxics.map { $0.name == name ? changed : $0 })
    return changed
  }

  /// Removes a toxic.
  package func removeToxic(_ name: String) async throws(ProxyError) {
    _ = try toxic(name)
    await setToxics(options.toxics.filter { $0.name != name })
  }
}
