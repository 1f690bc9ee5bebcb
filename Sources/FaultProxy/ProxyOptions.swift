package import FaultModel

/// What a proxy is started with.
package struct ProxyOptions: Sendable, Hashable {
  /// The name.
  package var name: String
  /// Where it listens; port 0 picks a free one.
  package var listen: Endpoint
  /// Where it connects to.
  package var upstream: Endpoint
  /// Whether it listens at all.
  package var isEnabled: Bool
  /// The toxics, in the order in which data passes them.
  package var toxics: [Toxic]

  /// Creates options.
  package init(
    name: String, listen: Endpoint, upstream: Endpoint, isEnabled: Bool = true,
    toxics: [Toxic] = []
  ) {
    self.name = name
    self.listen = listen
    self.upstream = upstream
    self.isEnabled = isEnabled
    self.toxics = toxics
  }
}
