import JSONText
import StubModel

/// Compiles the parts of a request pattern other than method and URL.
struct StubMatcherReader {
  private let request: StubCursor
  private let reader: StubOperatorReader

  init(_ request: StubCursor, _ dialect: StubDialect) {
    self.request = request
    reader = StubOperatorReader(dialect)
  }

  private static let members: Set<String> = Set(StubURL.members).union([
    "method", "scheme", "host", "port", "clientIp", "headers", "queryParameters", "cookies",
    "formParameters", "pathParameters", "basicAuth", "basicAuthCredentials", "bodyPatterns",
    "multipartPatterns", "customMatcher",
  ])

  /// Refuses what is not known, and what needs a program that is not there.
  func check() throws(StubProblem) {
    try request.known(Self.members)
    if request["customMatcher"] != nil {
      throw request.problem(
        "'customMatcher' names a program for WireMock, which cannot run here; remove it",
        key: "customMatcher")
    }
  }

  func parts(_ url: StubURL) throws(StubProblem) -> [any StubPart] {
    var parts: [any StubPart] = []
    try origin(&parts)
    try fields("queryParameters", &parts) { .query($0) }
    try fields("headers", &parts) { .header($0) }
    try credentials(&parts)
    try fields("cookies", &parts) { .cookie($0) }
    try pathParameters(url, &parts)
    try fields("formParameters", &parts) { .form($0) }
    if let list = request["bodyPatterns"] {
      for pattern in try list.array() {
        parts.append(
          BodyPart(condition: try reader.read(pattern), expected: pattern.value.description))
      }
    }
    if let list = request["multipartPatterns"] {
      for pattern in try list.array() { parts.append(try MultipartPart(pattern, reader)) }
    }
    return parts
  }

  private func fields(
    _ member: String, _ parts: inout [any StubPart], _ place: (String) -> StubPlace
  ) throws(StubProblem) {
    guard let fields = request[member] else { return }
    try fields.object()
    for (name, pattern) in fields.members {
      parts.append(
        FieldPart(
          place: place(name), pattern: try FieldPattern(pattern, reader),
          expected: pattern.value.description,
          isStrictOnAbsence: member == "cookies" && reader.dialect == .compatible))
    }
  }

  private func origin(_ parts: inout [any StubPart]) throws(StubProblem) {
    if let scheme = request["scheme"] {
      let name = try scheme.string().lowercased()
      guard name == "http" || name == "https" else {
        throw scheme.problem("expected http or https")
      }
      parts.append(OriginPart(aspect: .scheme, expected: name))
    }
    if let host = request["host"] {
      parts.append(
        FieldPart(
          place: .host, pattern: try FieldPattern(host, reader), expected: host.value.description))
    }
    if let port = request["port"] {
      parts.append(OriginPart(aspect: .port, expected: "\(try port.integer(in: 1...65_535))"))
    }
    if let address = request["clientIp"] {
      var pattern = address
      if let text = address.value.string {
        // Older mappings name the address itself.
        let value = JSONValue.make { $0.object { $0.member("equalTo", text) } }
        pattern = StubCursor(value, pointer: address.pointer)
      }
      parts.append(
        FieldPart(
          place: .clientAddress, pattern: try FieldPattern(pattern, reader),
          expected: pattern.value.description))
    }
  }

  private func credentials(_ parts: inout [any StubPart]) throws(StubProblem) {
    for member in ["basicAuth", "basicAuthCredentials"] {
      guard let cursor = request[member] else { continue }
      try cursor.known(["username", "password"])
      guard let username = cursor["username"], let password = cursor["password"] else {
        throw cursor.problem("expected 'username' and 'password'")
      }
      parts.append(
        CredentialsPart(
          username: try username.string(), password: try password.string(),
          ignoresCase: reader.dialect == .compatible))
    }
  }

  private func pathParameters(
    _ url: StubURL, _ parts: inout [any StubPart]
  ) throws(StubProblem) {
    guard let fields = request["pathParameters"], !fields.value.isEmpty else { return }
    guard case .template(let template) = url else {
      throw request.problem("'pathParameters' go with 'urlPathTemplate'", key: "pathParameters")
    }
    try fields.object()
    for name in fields.members.map(\.name) where !template.names.contains(name) {
      throw fields.problem("the path template has no '{\(name)}'", key: name)
    }
    try self.fields("pathParameters", &parts) { .pathParameter($0, template) }
  }
}
