import ContractModel

/// A request as the consumer sends it.
///
/// ```swift
/// request: .post(
///   "/orders", query: ["dryRun": "true"], headers: [.authorization: "Bearer t0k3n"],
///   body: .json(["sku": "A-1", "quantity": .integer(2)]))
/// ```
public struct RequestPattern: Sendable, Hashable {
  let method: String
  let path: TextPattern
  let query: TextPatterns?
  let headers: HeaderPatterns
  let body: BodyPattern?

  /// Creates a request of any method.
  ///
  /// - Parameters:
  ///   - method: e.g. `PURGE`.
  ///   - path: the path with its percent-escapes, without a query.
  ///   - query: the parameters; with `nil` the contract does not speak of the query.
  ///   - headers: the header fields that must be there.
  ///   - body: the body; with `nil` the contract does not speak of it.
  public static func request(
    _ method: String, _ path: TextPattern, query: TextPatterns? = nil,
    headers: HeaderPatterns = [:], body: BodyPattern? = nil
  ) -> RequestPattern {
    RequestPattern(method: method, path: path, query: query, headers: headers, body: body)
  }

  /// Makes of the pattern what a contract file has.
  func compiled(_ compilation: inout Compilation) -> HTTPRequest {
    if method.isEmpty || HeaderName(method).problem != nil {
      compilation.report("'\(method)' is no method of HTTP", at: "method")
    }
    var request = HTTPRequest(method: method, path: compiledPath(&compilation))
    request.query = query?.compiled(.query, "query parameter", &compilation) { name, index in
      index.map { "\(name)[\($0)]" } ?? name
    }
    request.headers = headers.compiled(&compilation)
    if let body {
      request.body = body.compiled(&compilation, headers: &request.headers)
    }
    request.rules = compilation.rulesInOrder
    request.generators = compilation.generatorsInOrder
    return request
  }

  private func compiledPath(_ compilation: inout Compilation) -> String {
    let text = path.compiled(anyText: "[^/]+")
    for problem in text.problems { compilation.report(problem, at: "path") }
    if !text.example.hasPrefix("/") {
      compilation.report("'\(text.example)' does not start with '/'", at: "path")
    }
    if text.example.unicodeScalars.contains(where: { $0 == "?" || $0 == "#" }) {
      compilation.report(
        "'\(text.example)' has a query or fragment; parameters are for 'query:'", at: "path")
    }
    if text.example.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) {
      compilation.report(
        "'\(text.example)' has white space or control characters; write them as percent-escapes",
        at: "path")
    }
    compilation.add(text.list, .path)
    compilation.add(text.generator, .path)
    return text.example
  }
}
