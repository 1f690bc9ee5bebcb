import ContractDSL
import Testing

/// Each pattern, and what a contract file has for it.
@Suite struct PatternTests {
  @Test(arguments: PatternCase.all)
  func `a pattern writes its example and its rules`(pattern: PatternCase) throws {
    let interaction = Interaction(
      "a request", request: .get("/"), response: .json(.ok, ["a": pattern.pattern]))
    #expect(interaction.problems.map(\.message) == [])
    guard case .http(_, let response) = interaction.content else {
      Issue.record("\(interaction.content)")
      return
    }
    guard case .json(let body) = response.body.content else {
      Issue.record("\(response.body)")
      return
    }
    #expect(body["a"]?.description == pattern.example)
    let rules = response.rules.map { set in
      let rules = set.rules.map(\.description).joined(separator: set.combination == .or ? "|" : "&")
      return "\(set.selector) \(rules)"
    }
    #expect(rules == pattern.rules)
  }
}

/// A pattern, and what a file has for it.
struct PatternCase: Sendable, CustomTestStringConvertible {
  enum Size: String, CaseIterable {
    case small = "s.m"
    case large
  }

  let pattern: JSONPattern
  let example: String
  let rules: [String]

  init(_ pattern: JSONPattern, _ example: String, _ rules: String...) {
    self.pattern = pattern
    self.example = example
    self.rules = rules
  }

  var testDescription: String { "\(example) \(rules)" }

  static let all: [PatternCase] = [
    PatternCase("paid", #""paid""#),
    PatternCase(42, "42"),
    PatternCase(9.5, "9.5"),
    PatternCase(true, "true"),
    PatternCase(nil, "null"),
    PatternCase(["b": 1, "a": [1, "x"]], #"{"b":1,"a":[1,"x"]}"#),
    PatternCase(.string("A-1"), #""A-1""#, #"$.a {"match":"type"}"#),
    PatternCase(.integer(42), "42", #"$.a {"match":"integer"}"#),
    PatternCase(.decimal(9.5), "9.5", #"$.a {"match":"decimal"}"#),
    PatternCase(.number(9.5), "9.5", #"$.a {"match":"number"}"#),
    PatternCase(.number(9), "9", #"$.a {"match":"number"}"#),
    PatternCase(.boolean(), "true", #"$.a {"match":"boolean"}"#),
    PatternCase(.null, "null", #"$.a {"match":"null"}"#),
    PatternCase(
      .matching(#"[A-Z]-\d+"#, example: "A-1"), #""A-1""#,
      #"$.a {"match":"regex","regex":"[A-Z]-\\d+"}"#),
    PatternCase(.include("paid"), #""paid""#, #"$.a {"match":"include","value":"paid"}"#),
    PatternCase(
      .oneOf("a.b", "c"), #""a.b""#, #"$.a {"match":"regex","regex":"^(?:a\\.b|c)$"}"#),
    PatternCase(
      .oneOf(Size.self), #""s.m""#, #"$.a {"match":"regex","regex":"^(?:s\\.m|large)$"}"#),
    PatternCase(
      .dateTime(), #""2026-01-31T12:00:00Z""#,
      #"$.a {"match":"datetime","format":"yyyy-MM-dd'T'HH:mm:ssXXX"}"#),
    PatternCase(.date(), #""2026-01-31""#, #"$.a {"match":"date","format":"yyyy-MM-dd"}"#),
    PatternCase(.time(), #""12:00:00""#, #"$.a {"match":"time","format":"HH:mm:ss"}"#),
    PatternCase(
      .oneOf(1, 2), "1",
      #"$.a {"match":"regex","regex":"^(?:1|2)$"}&{"match":"integer"}"#),
    PatternCase(
      .contentType("image/png", example: "iVBORw0KGgo="), #""iVBORw0KGgo=""#,
      #"$.a {"match":"contentType","value":"image/png"}"#),
    PatternCase(
      .anyOrder("new", .integer(1)), #"["new",1]"#, #"$.a {"match":"ignore-order"}"#,
      #"$.a[1] {"match":"integer"}"#),
    PatternCase(
      .eachKey(.matching("[A-Z]-.*", example: "A-1"), .integer(2)), #"{"A-1":2}"#,
      #"$.a {"match":"eachKey","rules":[{"match":"regex","regex":"[A-Z]-.*"}],"value":"A-1"}&{"match":"eachValue","rules":[{"match":"integer"}],"value":2}"#
    ),
    PatternCase(.semver("1.2.3"), #""1.2.3""#, #"$.a {"match":"semver"}"#),
    PatternCase(.notEmpty("x"), #""x""#, #"$.a {"match":"notEmpty"}"#),
    PatternCase(.like(["b": 1]), #"{"b":1}"#, #"$.a {"match":"type"}"#),
    PatternCase(.exactly(["b": 1]), #"{"b":1}"#, #"$.a {"match":"equality"}"#),
    PatternCase(
      .each(["b": .integer(1), "c": "x"]), #"[{"b":1,"c":"x"}]"#, #"$.a {"match":"type","min":1}"#,
      #"$.a[*].b {"match":"integer"}"#, #"$.a[*].c {"match":"equality"}"#),
    PatternCase(
      .each(.integer(1), min: 2, max: 3), "[1,1]", #"$.a {"match":"type","min":2,"max":3}"#,
      #"$.a[*] {"match":"integer"}"#),
    PatternCase(
      .eachValue(.integer(2), keys: "k"), #"{"k":2}"#,
      #"$.a {"match":"eachValue","rules":[{"match":"integer"}],"value":2}"#),
    PatternCase(
      .integer(1).or(.null), "1", #"$.a {"match":"integer"}|{"match":"null"}"#),
    PatternCase(
      "order-\(.integer(42))", #""order-42""#,
      #"$.a {"match":"regex","regex":"^order-(?:-?\\d+)$"}"#),
    PatternCase(
      .containing(["b": .integer(1)]), #"[{"b":1}]"#,
      #"$.a {"match":"arrayContains","variants":[{"index":0,"rules":{"$.b":{"combine":"AND","matchers":[{"match":"integer"}]}},"generators":{}}]}"#
    ),
  ]
}
