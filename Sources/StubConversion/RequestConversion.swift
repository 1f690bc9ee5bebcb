import ContractModel
import JSONText
import StubMatching
import StubModel

/// Converts the request pattern of a stub.
struct RequestConversion {
  /// The requests, one for each method.
  private(set) var requests: [HTTPRequest] = []
  /// Path and query of the example as the stub has them, or `nil` when their spelling does not count.
  private(set) var target: String?

  /// Converts a pattern.
  ///
  /// - Throws: ``StubProblem`` when no example can be made.
  init(
    _ pattern: StubCursor, _ matcher: StubMatcher, _ reader: TextConditionReader,
    _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    for name in ["scheme", "host", "port", "clientIp"] {
      guard let cursor = pattern[name] else { continue }
      notes.lose("'\(name)' is no part of a contract", at: cursor)
    }
    let url = try URLConversion(matcher.url, in: pattern, reader, &notes)
    let query = try Self.query(pattern, url, reader, &notes)
    let headers = try Self.headers(pattern, reader, &notes)
    let body = try Self.body(pattern, headers.fields, reader, &notes)
    target = url.target
    let rules = url.rules + query.rules + headers.rules + body.rules
    let hasBody = ["bodyPatterns", "multipartPatterns", "formParameters"].contains { name in
      pattern[name].map { !$0.value.isEmpty } ?? false
    }
    let methods = MethodConversion.methods(
      matcher.method, hasBody: hasBody, in: pattern, &notes)
    requests = methods.map { method in
      HTTPRequest(
        method: method, path: url.path, query: query.fields.isEmpty ? nil : query.fields,
        headers: headers.fields, body: body.body, rules: rules)
    }
  }

  private static func query(
    _ pattern: StubCursor, _ url: URLConversion, _ reader: TextConditionReader,
    _ notes: inout ConversionNotes
  ) throws(StubProblem) -> FieldConversion {
    var fields = FieldConversion(.query, reader)
    for field in url.query { fields.add(field.name, field.values) }
    for (name, cursor) in pattern["queryParameters"]?.members ?? [] {
      if url.query.contains(where: { $0.name == name }) { continue }
      try fields.add(name, cursor, &notes)
    }
    if url.isOpen {
      let names = fields.fields.map { "'\($0.name)'" }.joined(separator: ", ")
      let others = names.isEmpty ? "query parameters" : "other query parameters than \(names)"
      let place = StubURL.members.compactMap { pattern[$0] }.first ?? pattern
      notes.lose("a request with \(others) is not accepted any more", at: place)
    }
    return fields
  }

  private static func headers(
    _ pattern: StubCursor, _ reader: TextConditionReader, _ notes: inout ConversionNotes
  ) throws(StubProblem) -> FieldConversion {
    var fields = FieldConversion(.header, reader)
    for (name, cursor) in pattern["headers"]?.members ?? [] { try fields.add(name, cursor, &notes) }
    for member in ["basicAuth", "basicAuthCredentials"] {
      guard let cursor = pattern[member], let user = cursor["username"]?.value.string,
        let password = cursor["password"]?.value.string
      else { continue }
      fields.add("Authorization", ["Basic \(Base64.encode("\(user):\(password)".utf8))"])
    }
    if let cookies = pattern["cookies"] {
      try CookieConversion(cookies, reader, &notes).add(to: &fields, cookies, &notes)
    }
    return fields
  }

  private static func body(
    _ pattern: StubCursor, _ headers: [Field], _ reader: TextConditionReader,
    _ notes: inout ConversionNotes
  ) throws(StubProblem) -> (body: Body, rules: [MatchingRuleSet]) {
    if let parts = pattern["multipartPatterns"], !parts.value.isEmpty {
      notes.lose("conditions on parts cannot be said; any body is accepted", at: parts)
    }
    if let form = pattern["formParameters"], !form.value.isEmpty {
      return try self.form(form, pattern, reader, &notes)
    }
    guard let patterns = pattern["bodyPatterns"] else { return (.missing, []) }
    var body = BodyConversion(reader, contentType: headers.header("content-type"))
    try body.add(patterns, &notes)
    return (body.body, body.rules)
  }

  private static func form(
    _ form: StubCursor, _ pattern: StubCursor, _ reader: TextConditionReader,
    _ notes: inout ConversionNotes
  ) throws(StubProblem) -> (body: Body, rules: [MatchingRuleSet]) {
    var fields = FieldConversion(.body, reader) { PathExpression([.key($0)]).description }
    for (name, cursor) in form.members { try fields.add(name, cursor, &notes) }
    notes.lose("a form with other fields is not accepted any more", at: form)
    if let patterns = pattern["bodyPatterns"], !patterns.value.isEmpty {
      notes.lose("conditions on the body of a form cannot be said", at: patterns)
    }
    let text = PercentCoding.query(fields.fields)
    return (Body(.text(text), contentType: "application/x-www-form-urlencoded"), fields.rules)
  }
}
