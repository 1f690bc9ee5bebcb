/// How much, and how long, the mock takes from the provider that it forwards to.
package struct ForwardLimits: Sendable, Hashable {
  /// How long a connection may take.
  package var connecting: Duration
  /// How long an answer may take.
  package var timeout: Duration
  /// The largest body of an answer, in bytes.
  package var body: Int
  /// A file of certificates in PEM form that are trusted besides the system's.
  package var authorities: String?

  /// Creates limits.
  package init(
    connecting: Duration = .seconds(5), timeout: Duration = .seconds(30),
    body: Int = MockServer.defaultBodyLimit
  ) {
    self.connecting = connecting
    self.timeout = timeout
    self.body = body
  }
}
