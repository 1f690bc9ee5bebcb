/// A service that stubs may send requests to, by proxying, recording and webhooks.
///
/// Without one a stub reaches nothing: whoever can add stubs could otherwise reach whatever the
/// machine of the mock can. Its host is looked up once, when the mock starts, and connections go to that
/// address, whatever the name means later.
public struct AllowedTarget: Sendable, Hashable, CustomStringConvertible {
  /// The host in lower case, an address of version 6 without its brackets.
  public let host: String
  /// The port, or `nil` for every port.
  public let port: Int?

  /// Reads `HOST` or `HOST:PORT`, e.g. `orders.test:8080` or `[::1]:8080`.
  ///
  /// - Throws: ``ForwardError`` that says what is wrong with it.
  public init(_ text: String) throws(ForwardError) {
    guard let (host, port) = ForwardTarget.split(text, defaultPort: 0),
      host.contains(":") == text.hasPrefix("[")
    else {
      throw ForwardError(
        "'\(text)' is no host with or without a port; expected one such as orders.test:8080")
    }
    self.host = host.lowercased()
    self.port = port == 0 ? nil : port
  }

  /// Whether requests may go to a service.
  func allows(_ target: ForwardTarget) -> Bool {
    target.host.lowercased() == host && (port == nil || port == target.port)
  }

  /// Host and port as they were given.
  public var description: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port.map { "\(name):\($0)" } ?? name
  }
}

extension [AllowedTarget] {
  /// Refuses a service that requests may not go to.
  package func check(_ target: ForwardTarget) throws(ForwardError) {
    guard !contains(where: { $0.allows(target) }) else { return }
    throw ForwardError(
      "requests may not go to \(target.origin): allow it with --allow-target \(target.host):\(target.port)"
    )
  }
}
