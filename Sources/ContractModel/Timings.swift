/// How long the steps of a request took.
public struct Timings: Sendable, Hashable {
  /// Looking the host's name up.
  public var dns: Duration
  /// Connecting; zero on a connection that was open.
  public var connect: Duration
  /// The TLS handshake; zero without TLS.
  public var tls: Duration
  /// From the start until the first byte of the response.
  public var firstByte: Duration
  /// From the start until the last byte of the response.
  public var total: Duration

  /// Creates timings.
  public init(
    dns: Duration = .zero, connect: Duration = .zero, tls: Duration = .zero,
    firstByte: Duration = .zero, total: Duration = .zero
  ) {
    self.dns = dns
    self.connect = connect
    self.tls = tls
    self.firstByte = firstByte
    self.total = total
  }
}
