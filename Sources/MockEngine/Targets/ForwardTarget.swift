/// A service that requests go to: one base URL, whose host is looked up once.
public struct ForwardTarget: Sendable, Hashable, CustomStringConvertible {
  /// Whether it is reached over TLS.
  public let isSecure: Bool
  /// The host, an address of version 6 without its brackets.
  public let host: String
  /// The port.
  public let port: Int
  /// The path that stands before that of each request, without a slash at its end.
  public let basePath: String

  /// Reads a base URL, e.g. `http://127.0.0.1:8080` or `https://orders.test/v1`.
  ///
  /// - Throws: ``ForwardError`` that says what is wrong with it.
  public init(url: String) throws(ForwardError) {
    let (base, query) = try Self.split(url: url)
    guard query == nil else { throw Self.wrong(url, "has more than host, port and path") }
    self = base
  }

  private init(isSecure: Bool, host: String, port: Int, basePath: String) {
    self.isSecure = isSecure
    self.host = host
    self.port = port
    self.basePath = basePath
  }

  /// Splits the URL of one request into its base and the rest.
  ///
  /// - Returns: the base, whose path is that of the URL as it is, and the query without its `?`.
  package static func split(
    url: String
  ) throws(ForwardError) -> (base: ForwardTarget, query: String?) {
    guard let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else {
      throw wrong(url, "has no scheme")
    }
    let scheme = url[..<colon].lowercased()
    guard scheme == "http" || scheme == "https" else {
      throw wrong(url, "has another scheme than http and https")
    }
    let rest = url[colon...].dropFirst(3)
    let authority = rest.prefix { !"/?#".contains($0) }
    let behind = rest.dropFirst(authority.count)
    guard !rest.contains("#"), !authority.contains("@") else {
      throw wrong(url, "has more than host, port, path and query")
    }
    guard behind.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw wrong(url, "has characters that need percent-escapes")
    }
    let path = behind.prefix { $0 != "?" }
    let query = behind.count > path.count ? String(behind.dropFirst(path.count + 1)) : nil
    let basePath =
      query == nil ? String(path.reversed().drop { $0 == "/" }.reversed()) : String(path)
    guard let (host, port) = split(String(authority), defaultPort: scheme == "https" ? 443 : 80)
    else { throw wrong(url, "has no host, or a port that is none") }
    return (
      ForwardTarget(isSecure: scheme == "https", host: host, port: port, basePath: basePath), query
    )
  }

  /// What a request's Host says.
  package var authority: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
  }

  /// Scheme, host and port: what a connection is made to.
  package var origin: String { "\(isSecure ? "https" : "http")://\(authority)" }

  /// The base URL.
  public var description: String { origin + basePath }

  private static func wrong(_ url: String, _ reason: String) -> ForwardError {
    ForwardError("'\(url)' \(reason); expected a URL such as http://127.0.0.1:8080")
  }

  /// Splits host and port.
  static func split(_ authority: String, defaultPort: Int) -> (host: String, port: Int)? {
    var host = authority[...]
    var port = defaultPort
    let end = authority.lastIndex(of: "]") ?? authority.startIndex
    if let colon = authority[end...].lastIndex(of: ":") {
      guard let number = Int(authority[authority.index(after: colon)...]),
        (1...65_535).contains(number)
      else { return nil }
      port = number
      host = authority[..<colon]
    }
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      !host.contains(where: { "[]/?#@".contains($0) })
    else { return nil }
    return (String(host), port)
  }
}
