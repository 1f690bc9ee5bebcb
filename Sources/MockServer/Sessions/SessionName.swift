import ContractMatching
import ContractModel
import MockEngine

/// How a request says which session it belongs to.
enum SessionName {
  /// What was found in a request.
  enum Found: Equatable {
    /// The request is part of a session.
    case session(String)
    /// The first two parts of the path name the session; they are no part of the request itself.
    case prefix(String, length: Int)
    /// What stands there cannot be a name.
    case refused(String)
  }

  private static let header: StaticString = "x-counterpart-session"
  private static let cookie = "X-Counterpart-Session"
  private static let prefix: StaticString = "/__session/"
  private static let longest = 128

  /// Finds the session of a request, `nil` when it names none.
  static func find(_ head: RequestHead, _ bytes: Span<UInt8>) -> Found? {
    if let found = inPath(head, bytes) { return found }
    var cookies: Found?
    for line in head.lines {
      let length = line.name.count
      if length == header.utf8CodeUnitCount,
        RequestHeadParser.equals(bytes, line.name, header)
      {
        let name = RequestBuilder.text(bytes, line.value)
        return isName(name) ? .session(name) : .refused(name)
      }
      if length == 6, cookies == nil, RequestHeadParser.equals(bytes, line.name, "cookie") {
        cookies = inCookies(RequestBuilder.text(bytes, line.value))
      }
    }
    return cookies
  }

  private static func inPath(_ head: RequestHead, _ bytes: Span<UInt8>) -> Found? {
    let length = prefix.utf8CodeUnitCount
    let path = head.path
    guard path.count >= length, bytes[path.start + 3] == UInt8(ascii: "s") else { return nil }
    for at in 0..<length where bytes[path.start + at] != prefix.utf8Start[at] { return nil }
    let name = RequestBuilder.text(bytes, path).dropFirst(length).prefix { $0 != "/" }
    guard isName(name) else { return .refused(String(name)) }
    return .prefix(String(name), length: length + name.utf8.count)
  }

  private static func inCookies(_ text: String) -> Found? {
    for pair in text.split(separator: ";") {
      let pair = pair.drop { $0 == " " }
      guard pair.hasPrefix("\(cookie)=") else { continue }
      let name = String(pair.dropFirst(cookie.count + 1))
      return isName(name) ? .session(name) : .refused(name)
    }
    return nil
  }

  /// Whether a text can name a session: 1 to 128 letters, digits, and `-`, `_`, `.`, `~`.
  static func isName(_ text: some StringProtocol) -> Bool {
    (1...longest).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x2E, 0x7E: true
        default: false
        }
      }
  }

  /// The request without the first two parts of its path.
  ///
  /// - Parameter length: how many bytes of the path are taken away.
  static func without(
    prefix length: Int, _ head: RequestHead, _ bytes: Span<UInt8>
  ) -> (head: RequestHead, bytes: [UInt8])? {
    var rest: [UInt8] = []
    rest.reserveCapacity(head.length)
    for at in 0..<head.path.start { rest.append(bytes[at]) }
    let start = head.path.start + length
    if start >= head.path.end { rest.append(UInt8(ascii: "/")) }
    for at in start..<head.length { rest.append(bytes[at]) }
    var parsed = RequestHead()
    guard case .complete = RequestHeadParser.parse(rest.span, into: &parsed) else { return nil }
    return (parsed, rest)
  }
}
