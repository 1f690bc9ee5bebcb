import NIOCore
import NIOPosix

/// The provider that requests are forwarded to: one base URL, whose host is looked up once.
public struct ForwardTarget: Sendable, Hashable, CustomStringConvertible {
  /// The host, an address of version 6 without its brackets.
  public let host: String
  /// The port.
  public let port: Int
  /// The path that stands before that of each request, without a slash at its end.
  public let basePath: String

  /// Reads a base URL, e.g. `http://127.0.0.1:8080` or `http://orders.test/v1`.
  ///
  /// - Throws: ``ForwardError`` that says what is wrong with it.
  public init(url: String) throws(ForwardError) {
    func wrong(_ reason: String) -> ForwardError {
      ForwardError("'\(url)' \(reason); expected a URL such as http://127.0.0.1:8080")
    }
    guard let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else {
      throw wrong("has no scheme")
    }
    switch url[..<colon].lowercased() {
    case "http": break
    case "https":
      throw ForwardError(
        "'\(url)': requests cannot be forwarded over TLS; expected a URL such as"
          + " http://127.0.0.1:8080")
    default: throw wrong("has another scheme than http")
    }
    let rest = url[colon...].dropFirst(3)
    let authority = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(authority.count)
    guard !rest.contains("?"), !rest.contains("#"), !authority.contains("@") else {
      throw wrong("has more than host, port and path")
    }
    guard path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw wrong("has characters that need percent-escapes")
    }
    basePath = String(path.reversed().drop { $0 == "/" }.reversed())
    guard let (host, port) = Self.split(String(authority)) else {
      throw wrong("has no host, or a port that is none")
    }
    self.host = host
    self.port = port
  }

  /// What a request's Host says.
  var authority: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port == 80 ? name : "\(name):\(port)"
  }

  /// The base URL.
  public var description: String { "http://\(authority)\(basePath)" }

  /// Looks the host up.
  func resolve() async throws(ForwardError) -> SocketAddress {
    let (host, port) = (host, port)
    do {
      return try await NIOThreadPool.singleton.runIfActive {
        try SocketAddress.makeAddressResolvingHost(host, port: port)
      }
    } catch {
      throw ForwardError("the host '\(host)' of --forward cannot be found")
    }
  }

  private static func split(_ authority: String) -> (String, Int)? {
    var host = authority[...]
    var port = 80
    let end = authority.lastIndex(of: "]") ?? authority.startIndex
    if let colon = authority[end...].lastIndex(of: ":") {
      guard let number = Int(authority[authority.index(after: colon)...]),
        (1...65_535).contains(number)
      else { return nil }
      port = number
      host = authority[..<colon]
    }
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !host.contains("[")
    else { return nil }
    return (String(host), port)
  }
}
