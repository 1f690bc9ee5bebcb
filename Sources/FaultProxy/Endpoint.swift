/// An address to listen on or to connect to.
package struct Endpoint: Sendable, Hashable, CustomStringConvertible {
  /// The name or number of the host, without brackets.
  package var host: String
  /// The port.
  package var port: Int

  /// A free port of 127.0.0.1.
  package static let anyPort = Endpoint(host: "127.0.0.1", port: 0)

  init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads `HOST:PORT`; an empty host is 127.0.0.1, a number in brackets is one of IPv6.
  package init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65_535).contains(port)
    else { return nil }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    self.host = host.isEmpty ? "127.0.0.1" : String(host)
    self.port = port
  }

  /// The address as it was read.
  package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
