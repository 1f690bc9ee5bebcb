import ContractModel
import HTTPExchange

/// The address of a Pact Broker, or of a pact in one, to which links are resolved.
///
/// Requests only ever go to the origin of this address: of an absolute link path and query count. A
/// broker behind a proxy often tells an address that is only known inside, and credentials must not
/// go where a response says.
package struct BrokerAddress: Sendable, Hashable {
  /// The address without credentials.
  package let url: String
  /// Scheme, host and port, e.g. `https://broker.example`.
  package let origin: String
  /// The credentials that stood in the address, or `none`.
  package let credentials: BrokerCredentials

  /// Splits an address.
  ///
  /// - Parameter url: an `http` or `https` address, perhaps with `user:password@`.
  /// - Throws: ``BrokerError`` when it is none.
  package init(_ url: String) throws(BrokerError) {
    do throws(HTTPExchangeError) {
      let address = try HTTPAddress(url)
      if let problem = address.problem {
        throw HTTPExchangeError(
          .badURL, "'\(HTTPAddress.withoutCredentials(url))': \(problem)")
      }
      let scheme = address.isSecure ? "https://" : "http://"
      let authority = address.origin.dropFirst(scheme.count)
      let at = authority.lastIndex(of: "@")
      origin =
        scheme + authority[(at.map { authority.index(after: $0) } ?? authority.startIndex)...]
      self.url = origin + address.target
      credentials = at.map { Self.credentials(authority[..<$0]) } ?? .none
    } catch {
      throw BrokerError(.badAddress, error.message)
    }
  }

  /// Where the broker's index is: the address with a slash at its end.
  package var index: String { url.hasSuffix("/") ? url : url + "/" }

  /// The address that a link means, on the origin of this one.
  ///
  /// - Parameters:
  ///   - link: an absolute address, an absolute path, or a path relative to `document`.
  ///   - document: the address of the response that the link stands in.
  package func resolve(_ link: String, in document: String) -> String {
    if let address = try? HTTPAddress(link) { return origin + address.target }
    if link.hasPrefix("//") { return resolve("http:" + link, in: document) }
    if link.hasPrefix("/") { return origin + link }
    let target = (try? HTTPAddress(document))?.target ?? "/"
    let path = target.prefix { $0 != "?" }
    if link.isEmpty { return origin + target }
    if link.hasPrefix("?") { return origin + path + link }
    let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
    return origin + Self.withoutDots(folder + link)
  }

  /// A path without the segments `.` and `..`.
  private static func withoutDots(_ target: Substring) -> String {
    let path = target.prefix { $0 != "?" }
    var kept: [Substring] = []
    let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      if segment == ".." { _ = kept.popLast() }
      if segment != "..", segment != "." {
        kept.append(segment)
      } else if index == segments.count - 1 {
        kept.append("")
      }
    }
    return "/" + kept.joined(separator: "/") + target[path.endIndex...]
  }

  private static func credentials(_ text: Substring) -> BrokerCredentials {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map { PercentCoding.decode($0, plusIsSpace: false) }
    return .basic(user: parts[0], password: parts.count > 1 ? parts[1] : "")
  }
}
