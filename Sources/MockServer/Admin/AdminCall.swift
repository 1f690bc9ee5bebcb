package import ContractModel
package import JSONText
import MockEngine

/// One call of the admin API.
package struct AdminCall: Sendable {
  /// The method.
  package let method: String
  /// The path behind `/__admin`, in its parts, decoded.
  package let parts: [String]
  /// Whether the path ends in a slash, which relative links of an answer count as a part.
  let endsInSlash: Bool
  /// The parameters of the query.
  package let query: [Field]
  /// The header fields.
  package let headers: [Field]
  /// The body.
  package let body: [UInt8]
  /// The parts of the path that stand where the route has names, by these.
  package internal(set) var parameters: [String: String] = [:]

  /// The path that everything of the admin API lies under.
  package static let prefix: StaticString = "/__admin"

  init(_ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?) {
    method = RequestBuilder.text(bytes, head.method)
    let path = RequestBuilder.text(bytes, head.path)
    parts = path.split(separator: "/").dropFirst().map {
      PercentCoding.decode($0, plusIsSpace: false)
    }
    endsInSlash = path.hasSuffix("/")
    query = PercentCoding.fields(RequestBuilder.text(bytes, head.query))
    headers = head.lines.map { line in
      Field(RequestBuilder.text(bytes, line.name), [RequestBuilder.text(bytes, line.value)])
    }
    self.body = body ?? []
  }

  /// The last value of a header field, its name in lower case.
  package func header(_ name: String) -> String? {
    headers.last { $0.name.lowercased() == name }?.values.last
  }

  /// The last value of a parameter of the query.
  package func parameter(_ name: String) -> String? {
    query.last { $0.name == name }?.values.last
  }

  /// A parameter of the query that is a number of at least 0.
  package func count(_ name: String) throws(AdminRefusal) -> Int? {
    guard let text = parameter(name) else { return nil }
    guard let number = Int(text), number >= 0 else {
      throw AdminRefusal(422, "expected a number of at least 0 for '\(name)', found '\(text)'")
    }
    return number
  }

  /// The body as JSON.
  package func json() throws(AdminRefusal) -> JSONValue {
    do {
      return try JSONDocument(parsing: body).root
    } catch {
      throw AdminRefusal(
        422,
        "the body is not JSON: \(error.message) in line \(error.position.line), column"
          + " \(error.position.column)")
    }
  }

  /// Whether a request is for the admin API.
  static func isMeant(by head: RequestHead, _ bytes: Span<UInt8>) -> Bool {
    let length = prefix.utf8CodeUnitCount
    let path = head.path
    // The third byte tells nearly every other path apart.
    guard path.count >= length, bytes[path.start + 2] == UInt8(ascii: "_") else { return false }
    for at in 0..<length where bytes[path.start + at] != prefix.utf8Start[at] { return false }
    return path.count == length || bytes[path.start + length] == UInt8(ascii: "/")
  }
}
