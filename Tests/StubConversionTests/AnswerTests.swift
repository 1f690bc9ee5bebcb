import ContractMatching
import ContractModel
import StubConversion
import Testing

/// What answers of a provider hold to a contract that was made of stubs.
@Suite struct AnswerTests {
  static func holds(
    _ body: String, to stubbed: String, type: String, isExact: Bool = false
  ) throws -> Bool {
    let pair = try StubPair(
      #"{"request": {"method": "GET", "url": "/a"}, "response": {"headers": {"Content-Type": "\#(type)"}, "body": "\#(stubbed)"}}"#,
      isExact: isExact)
    guard case .http(_, let response)? = pair.conversion.contract.interactions.first?.content else {
      return false
    }
    let actual = HTTPResponse(
      status: 200, headers: [Field("Content-Type", [type])],
      body: Body(.binary(Array(body.utf8)), contentType: type))
    return try ResponseMatcher(response, places: PlaceFinder()).mismatches(ActualResponse(actual))
      .isEmpty
  }

  @Test(arguments: [
    (
      "application/json", #"{\"id\": 7, \"tags\": [\"a\"]}"#,
      #"{"id": 8, "tags": ["b", "c"], "more": 1}"#
    ),
    ("application/xml", "<a b='1'><c>x</c></a>", "<a b='2'><c>y</c></a>"),
    ("text/plain", "a", "something else"),
    ("image/png", "a", "b"),
  ])
  func `another answer of the same kind holds, unless values count`(
    type: String, stubbed: String, actual: String
  ) throws {
    #expect(try Self.holds(actual, to: stubbed, type: type))
    #expect(try !Self.holds(actual, to: stubbed, type: type, isExact: true))
  }

  @Test(arguments: [
    ("application/json", #"{\"id\": 7}"#, #"{"id": "7"}"#),
    ("application/json", #"{\"id\": 7}"#, "{}"),
    ("application/xml", "<a><c>x</c></a>", "<b><c>x</c></b>"),
    ("text/plain", "a", ""),
  ])
  func `an answer of another kind does not hold`(
    type: String, stubbed: String, actual: String
  ) throws {
    #expect(try !Self.holds(actual, to: stubbed, type: type))
  }
}
