/// An `http` or `https` address, split where the request line needs it.
package struct HTTPAddress: Hashable, Sendable {
  /// The address as it was given.
  package let url: String
  /// Whether the scheme is `https`.
  package let isSecure: Bool
  /// Scheme and authority, e.g. `http://127.0.0.1:8080`, credentials included.
  package let origin: String
  /// What the request line holds: path and query as given, without the fragment.
  package let target: String
  /// Host and port without credentials, for messages.
  package let endpoint: String

  /// Splits an address.
  ///
  /// Host and port are left to libcurl to check; bytes that would break the request line are not.
  package init(_ url: String) throws(HTTPExchangeError) {
    let start = ["http://", "https://"].first { url.utf8.startsIgnoringCase($0.utf8) }
    guard let start else {
      throw Self.refuse(url, "the address does not start with http:// or https://")
    }
    guard url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      throw Self.refuse(url, "the address holds a space or a control character")
    }
    let rest = url.utf8.dropFirst(start.utf8.count)
    let authority = rest.prefix { !"/?#".utf8.contains($0) }
    let tail = rest[authority.endIndex...].prefix { $0 != UInt8(ascii: "#") }
    self.url = url
    isSecure = start == "https://"
    origin = start + String(Substring(authority))
    target = (tail.first == UInt8(ascii: "/") ? "" : "/") + String(Substring(tail))
    endpoint = Self.endpoint(of: Substring(authority), defaultPort: isSecure ? 443 : 80)
  }

  /// The host alone, in lower case and without the brackets of an IPv6 address.
  package var host: String {
    let end = endpoint.lastIndex(of: ":") ?? endpoint.endIndex
    return endpoint[..<end].filter { $0 != "[" && $0 != "]" }.lowercased()
  }

  /// Host and port without credentials, the port only where it was given.
  var endpointAsWritten: Substring {
    let authority = origin.drop { $0 != "/" }.dropFirst(2)
    return authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
  }

  /// What is wrong with host or port, or `nil`; libcurl would notice only when it connects.
  package var problem: String? {
    guard endpoint.contains("[") == endpoint.contains("]") else {
      return "the '[' of the host is not closed"
    }
    let bracket = endpoint.lastIndex(of: "]") ?? endpoint.startIndex
    guard let colon = endpoint[bracket...].lastIndex(of: ":"), colon != endpoint.startIndex else {
      return "there is no host"
    }
    let port = endpoint[endpoint.index(after: colon)...]
    guard port.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(port),
      (1...65_535).contains(number)
    else { return "the port is not a number from 1 to 65535" }
    return nil
  }

  /// The address with its credentials hidden, for messages and reports.
  package static func withoutCredentials(_ url: String) -> String {
    guard url.utf8.contains(UInt8(ascii: "@")) else { return url }
    guard let slash = url.firstIndex(of: "/"), url[slash...].hasPrefix("//") else { return url }
    let start = url.index(slash, offsetBy: 2)
    let authority = url[start...].prefix { !"/?#".contains($0) }
    guard let at = authority.lastIndex(of: "@") else { return url }
    return url[..<start] + "***" + url[at...]
  }

  /// Host and port of an address for a message, or what stands there instead of an address.
  package static func endpoint(of url: String) -> String {
    (try? HTTPAddress(url))?.endpoint ?? visible(url)
  }

  /// Host and port of an authority, the port added when it is missing.
  private static func endpoint(of authority: Substring, defaultPort: Int) -> String {
    let bytes = authority.utf8
    let start = bytes.lastIndex(of: UInt8(ascii: "@")).map(bytes.index(after:))
    let host = bytes[(start ?? bytes.startIndex)...]
    let port = host[(host.firstIndex(of: UInt8(ascii: "]")) ?? host.startIndex)...]
    return port.contains(UInt8(ascii: ":"))
      ? String(Substring(host)) : "\(Substring(host)):\(defaultPort)"
  }

  private static func refuse(_ url: String, _ reason: String) -> HTTPExchangeError {
    HTTPExchangeError(.badURL, "\(visible(url)): \(reason)")
  }

  /// A text that is no address, escaped and free of credentials.
  private static func visible(_ url: String) -> String {
    (url.split(separator: "@", omittingEmptySubsequences: false).last ?? "").debugDescription
  }
}

extension String.UTF8View {
  /// Whether the text starts with another one, which is in lower case.
  fileprivate func startsIgnoringCase(_ prefix: String.UTF8View) -> Bool {
    self.prefix(prefix.count).elementsEqual(prefix) { byte, wanted in
      byte == wanted
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && byte | 0x20 == wanted
    }
  }
}
