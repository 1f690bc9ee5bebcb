import ContractMatching
import ContractModel
import JSONText

/// Bodies are compared without a crash; a body without rules matches itself, and verdicts repeat.
///
/// An input is four parts with a byte 0xFF between them: the media type, a JSON object of rules by path,
/// the expected and the actual body.
enum MatchTarget {
  private static let types = [
    "application/json", "application/xml", "text/plain; charset=utf-8",
    "application/x-www-form-urlencoded", "multipart/form-data; boundary=b",
    "application/octet-stream", "application/graphql", "text/plain; charset=utf-16",
  ]

  static func run(_ input: [UInt8]) -> String? {
    let parts = input.split(separator: 0xFF, maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, let selector = parts[0].first else { return nil }
    let type = types[Int(selector) % types.count]
    let (expected, actual) = (Array(parts[2]), Array(parts[3]))
    let content = Body.Content(expected, type: MediaType(type))
    let headers = [Field("Content-Type", [type])]
    var request = HTTPRequest()
    request.headers = headers
    request.body = Body(content)
    if let plain = try? RequestMatcher(request), let bytes = request.body.bytes(contentType: type) {
      let itself = ActualRequest(method: "GET", path: "/", headers: headers, body: bytes)
      if let mismatch = plain.mismatches(itself).first {
        return "a body does not match itself: \(mismatch.path) \(mismatch.message)"
      }
    }
    request.rules = rules(parts[1])
    guard let matcher = try? RequestMatcher(request) else { return nil }
    let came = ActualRequest(method: "GET", path: "/", headers: headers, body: actual)
    let mismatches = matcher.mismatches(came)
    if mismatches != matcher.mismatches(came) { return "two verdicts differ" }
    if mismatches.isEmpty != matcher.accepts(came) { return "accepts and mismatches disagree" }
    if let response = try? ResponseMatcher(
      HTTPResponse(headers: headers, body: request.body, rules: request.rules))
    {
      _ = response.mismatches(ActualResponse(status: 200, headers: headers, body: actual))
    }
    return nil
  }

  private static func rules(_ text: ArraySlice<UInt8>) -> [MatchingRuleSet] {
    guard let document = try? JSONDocument(parsing: Array(text)) else { return [] }
    return document.root.members.map { member in
      MatchingRuleSet(
        .body, member.name,
        rules: member.value.kind == .array ? Array(member.value.elements) : [member.value])
    }
  }
}
