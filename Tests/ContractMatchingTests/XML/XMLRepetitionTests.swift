import ContractModel
import JSONText
import Testing

@testable import ContractMatching

@Suite struct XMLRepetitionTests {
  static let type = #"{"match": "type"}"#

  private static func items(_ texts: String...) -> String {
    "<a>" + texts.map { "<item>\($0)</item>" }.joined() + "</a>"
  }

  @Test(arguments: [
    (type, 0, "$.a.item: Expected child <item/> but was missing"),
    (type, 1, nil), (type, 5, nil),
    (#"{"match": "type", "min": 0}"#, 0, nil),
    (#"{"match": "type", "min": 2}"#, 1, "$.a.item: Expected at least 2 <item/> but received 1"),
    (#"{"match": "type", "min": 2}"#, 2, nil), (#"{"min": 2}"#, 7, nil),
    (
      #"{"match": "type", "min": 2}"#, 0, "$.a.item: Expected child <item/> but was missing"
    ),
    (#"{"match": "type", "max": 2}"#, 2, nil),
    (#"{"match": "type", "max": 2}"#, 3, "$.a.item: Expected at most 2 <item/> but received 3"),
    (
      #"{"match": "type", "min": 1, "max": 2}"#, 3,
      "$.a.item: Expected at most 2 <item/> but received 3"
    ),
    (#"{"match": "equality"}"#, 2, "$.a.item[1]: Unexpected child <item/>"),
  ])
  func `a rule for the type allows any number within its bounds`(
    rule: String, count: Int, difference: String?
  ) throws {
    let actual = "<a>" + String(repeating: "<item>x</item>", count: count) + "</a>"
    for path in ["$.a.item", "$.a.item[*]"] {
      let test = try XMLCase(Self.items("x"), rules: [path: rule])
      #expect(try test.differences(actual, isRequest: true) == (difference.map { [$0] } ?? []))
    }
  }

  @Test func `elements are like the example at their index, those beyond like the first`() throws {
    let test = try XMLCase(
      "<a><i b='1'/><o/><i c='2'/></a>", rules: ["$.a.i": Self.type])
    #expect(try test.differences("<a><i b='5'/><o/></a>", isRequest: true) == [])
    #expect(
      try test.differences("<a><i b='5'/><i c='6'/><i c='7'/><o/></a>", isRequest: true) == [
        "$.a.i[2]['@b']: Expected attribute 'b'='1' but was missing",
        "$.a.i[2]['@c']: Unexpected attribute 'c'='7'",
      ])
  }

  @Test func `each element is held to the rules below its name`() throws {
    let test = try XMLCase(
      "<a><i b='1'><c>x</c></i></a>",
      rules: [
        "$.a.i": #"{"match": "type", "min": 1}"#,
        "$.a.i[*]['@b']": #"{"match": "integer"}"#,
        "$.a.i.c": #"{"match": "regex", "regex": "[a-z]+"}"#,
      ])
    #expect(test.unused == [])
    #expect(try test.differences("<a><i b='2'><c>y</c></i><i b='3'><c>z</c></i></a>") == [])
    #expect(
      try test.differences("<a><i b='2'><c>y</c></i><i b='x'><c>1</c></i></a>") == [
        "$.a.i[1]['@b']: Expected 'x' (String) to be an integer",
        "$.a.i[1].c['#text']: Expected '1' to match '[a-z]+'",
      ])
  }

  @Test func `paths may name elements, also beyond the example`() throws {
    let test = try XMLCase(
      Self.items("a"),
      rules: [
        "$.a.item": Self.type, "$.a.item[0]": #"{"match": "equality"}"#,
        "$.a.item[2]": #"{"match": "integer"}"#,
      ])
    #expect(test.unused == [])
    #expect(try test.differences(Self.items("a", "b", "3", "d")) == [])
    #expect(
      try test.differences(Self.items("b", "b", "c")) == [
        "$.a.item[0]['#text']: Expected 'b' (String) to be equal to 'a' (String)",
        "$.a.item[2]['#text']: Expected 'c' (String) to be an integer",
      ])
  }

  @Test func `a rule at an ancestor makes elements repeatable, as in JSON, but for its bounds`()
    throws
  {
    let test = try XMLCase(Self.items("a"), rules: ["$.a": Self.type])
    #expect(try test.differences(Self.items("b", "c"), isRequest: true) == [])
    let bounded = try XMLCase(Self.items("a"), rules: ["$": #"{"match": "type", "min": 2}"#])
    #expect(try bounded.differences(Self.items("b"), isRequest: true) == [])
  }

  @Test func `bounds at the root count its children`() throws {
    let test = try XMLCase(Self.items("a"), rules: ["$.a": #"{"match": "type", "min": 2}"#])
    #expect(
      try test.differences(Self.items("b")) == [
        "$.a: Expected at least 2 children of <a/> but received 1"
      ])
    #expect(try test.differences(Self.items("b", "c")) == [])
  }

  @Test func `repetitions within repetitions stay small`() throws {
    let depth = 100
    let example =
      (0..<depth).map { "<n\($0)>" }.joined() + (0..<depth).reversed().map { "</n\($0)>" }.joined()
    let test = try XMLCase(example, rules: ["$.*.*": Self.type, "$.n0.n1[*]": Self.type])
    #expect(test.plan.nodes.count == depth)
    #expect(try test.differences(example, isRequest: true) == [])
  }

  @Test func `indices within indices have a limit`() throws {
    let depth = 40
    let example =
      (0..<depth).map { "<n\($0)>" }.joined() + (0..<depth).reversed().map { "</n\($0)>" }.joined()
    let error = #expect(throws: RuleError.self) {
      _ = try XMLCase(example, sets: Self.everyLevel(depth))
    }
    #expect(error?.message == "the matching rules name too many combinations of indices")
  }
}

extension XMLRepetitionTests {
  /// For each level a path that names every element above it, and the index 5 there.
  private static func everyLevel(_ depth: Int) throws -> [MatchingRuleSet] {
    try (1..<depth).flatMap { level in
      let path = "$" + (0..<level).map { ".n\($0)[*]" }.joined()
      let rule = try JSONValue(parsing: type)
      return ["[*]", "[5]"].map { index in
        MatchingRuleSet(.body, "\(path).n\(level)\(index)", rules: [rule])
      }
    }
  }
}
