import ContractFiles
import ContractMatching
import ContractModel
import JSONText
import Testing

/// Texts are compared byte for byte: `é` may be one character or two, and those are two texts.
@Suite struct ExactTextTests {
  private static let composed = "caf\u{e9}"
  private static let decomposed = "cafe\u{301}"

  /// The number of mismatches of a response with that body.
  private func body(_ expected: String, _ actual: String, type: String) throws -> Int {
    let headers = [Field("Content-Type", [type])]
    let response = HTTPResponse(
      headers: headers, body: Body(Body.Content(Array(expected.utf8), type: MediaType(type))))
    return try ResponseMatcher(response).mismatches(
      ActualResponse(status: 200, headers: headers, body: Array(actual.utf8))
    ).count
  }

  @Test(arguments: [
    ("application/json", "\"", "\""), ("text/plain", "", ""),
    ("application/x-www-form-urlencoded", "a=", ""), ("application/xml", "<a>", "</a>"),
    ("application/json", "[{\"k\": \"", "\"}]"), ("application/json", "{\"", "\": 1}"),
  ])
  func `two spellings of one letter are two texts in a body`(
    type: String, start: String, end: String
  ) throws {
    let expected = start + Self.composed + end
    #expect(try body(expected, expected, type: type) == 0)
    #expect(try body(expected, start + Self.decomposed + end, type: type) == 1)
  }

  @Test func `keys of large objects are told apart by their bytes`() throws {
    let members = (0..<200).map { "\"k\($0)\": \($0)" }
    func object(_ key: String, reversed: Bool = false) -> String {
      let all = members + ["\"\(key)\": 1"]
      return "{" + (reversed ? all.reversed() : all).joined(separator: ", ") + "}"
    }
    let type = "application/json"
    let expected = object(Self.composed)
    #expect(try body(expected, object(Self.composed, reversed: true), type: type) == 0)
    #expect(try body(expected, object(Self.decomposed, reversed: true), type: type) == 1)
  }

  @Test func `headers and query parameters are told apart by their bytes`() throws {
    func request(_ value: String) -> HTTPRequest {
      HTTPRequest(query: [Field("q", [value])], headers: [Field("X-Name", [value])])
    }
    let matcher = try RequestMatcher(request(Self.composed))
    #expect(matcher.mismatches(ActualRequest(request(Self.composed))) == [])
    #expect(
      matcher.mismatches(ActualRequest(request(Self.decomposed))).map(\.kind) == [.query, .header])
    let name = try RequestMatcher(HTTPRequest(query: [Field(Self.composed, ["1"])]))
    let other = ActualRequest(HTTPRequest(query: [Field(Self.decomposed, ["1"])]))
    #expect(name.mismatches(other).count == 2)
  }

  @Test func `values that are equal have the same hash`() throws {
    let pairs = [
      (#"{"a": 1, "b": [1.50]}"#, #"{"b": [1.5], "a": 1}"#),
      (#"{"a": 1, "a": 2}"#, #"{"a": 2}"#), (#""\u00e9""#, "\"\u{e9}\""),
    ]
    for (left, right) in pairs {
      let (left, right) = (try JSONValue(parsing: left), try JSONValue(parsing: right))
      #expect(left == right)
      #expect(left.hashValue == right.hashValue)
    }
    let (left, right) = (JSONValue.string(Self.composed), JSONValue.string(Self.decomposed))
    #expect(left != right)
  }
}
