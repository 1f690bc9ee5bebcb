import ContractDSL
import ContractMatching
import Testing

/// A literal stays exact wherever it stands, and a pattern is as loose as it says.
@Suite struct StrictnessTests {
  static let interaction = Interaction(
    "an order",
    request: .post("/orders/\(.integer(42))", query: ["tag": ["new", .string("gift")]]),
    response: .json(
      .ok, ["currency": "EUR", "items": .each(["kind": "book", "quantity": .integer(2)])]))

  @Test(arguments: [
    (
      #"{"currency":"EUR","items":[{"kind":"book","quantity":7},{"kind":"book","quantity":8}]}"#,
      true
    ),
    (#"{"currency":"USD","items":[{"kind":"book","quantity":7}]}"#, false),
    (#"{"currency":"EUR","items":[{"kind":"shoe","quantity":7}]}"#, false),
    (#"{"currency":"EUR","items":[{"kind":"book","quantity":"7"}]}"#, false),
    (#"{"currency":"EUR","items":[]}"#, false),
  ])
  func `JSON is as strict as it reads`(body: String, holds: Bool) throws {
    guard case .http(_, let response) = Self.interaction.content else {
      Issue.record("\(Self.interaction.content)")
      return
    }
    let actual = ActualResponse(
      status: 200, headers: [Field("Content-Type", ["application/json"])], body: Array(body.utf8))
    #expect(try ResponseMatcher(response).mismatches(actual).isEmpty == holds)
  }

  @Test(arguments: [
    ("/orders/7", ["new", "x"], true), ("/orders/x", ["new", "x"], false),
    ("/orders/7", ["old", "x"], false), ("/orders/7/a", ["new", "x"], false),
  ])
  func `texts are as strict as they read`(path: String, tags: [String], holds: Bool) throws {
    guard case .http(let request, _) = Self.interaction.content else {
      Issue.record("\(Self.interaction.content)")
      return
    }
    let actual = ActualRequest(method: "POST", path: path, query: [Field("tag", tags)])
    #expect(try RequestMatcher(request, specification: .v4).mismatches(actual).isEmpty == holds)
  }

  @Test(arguments: [
    (#"<o><i k="x"><n>1</n></i><i k="x"><n>2</n></i></o>"#, true),
    (#"<o><i k="y"><n>1</n></i></o>"#, false), (#"<o><i k="x"><n>a</n></i></o>"#, false),
  ])
  func `XML is as strict as it reads`(body: String, holds: Bool) throws {
    let interaction = Interaction(
      "an order", request: .get("/"),
      response: .xml(
        .ok,
        .element("o", .each(.element("i", attributes: ["k": "x"], .element("n", .integer(1)))))))
    #expect(interaction.problems == [])
    guard case .http(_, let response) = interaction.content else { return }
    let actual = ActualResponse(
      status: 200, headers: [Field("Content-Type", ["application/xml"])], body: Array(body.utf8))
    #expect(try ResponseMatcher(response).mismatches(actual).isEmpty == holds)
  }

  @Test(arguments: [
    ("[7,\"new\"]", true), ("[\"new\",7]", true), ("[\"old\",7]", false), ("[7,8]", false),
    ("[\"new\",7,7]", false),
  ])
  func `elements in any order are as strict as they read`(body: String, holds: Bool) throws {
    let interaction = Interaction(
      "tags", request: .get("/"), response: .json(.ok, .anyOrder("new", .integer(1))))
    guard case .http(_, let response) = interaction.content else {
      Issue.record("\(interaction.content)")
      return
    }
    let actual = ActualResponse(
      status: 200, headers: [Field("Content-Type", ["application/json"])], body: Array(body.utf8))
    #expect(try ResponseMatcher(response).mismatches(actual).isEmpty == holds)
  }
}
