import ContractFiles
import ContractMatching
import ContractModel
import JSONText
import Testing

@Suite struct JSONMatchingTests {
  /// What differs between a response's body and an actual one, as `path: message`.
  static func differences(
    _ expected: String, _ actual: String, rules: String = "{}", isRequest: Bool = false
  ) throws -> [String] {
    let type = #""headers": {"Content-Type": ["application/json"]}"#
    let part = try JSONValue(
      parsing: #"{\#(type), "body": {"contentType": "application/json", "content": \#(expected)},"#
        + #" "matchingRules": {"body": \#(rules)}}"#)
    let bytes = Array(actual.utf8)
    let headers = [Field("Content-Type", ["application/json"])]
    let mismatches: [Mismatch]
    if isRequest {
      let matcher = try RequestMatcher(
        try BareExchange.request(part, .v4, file: "c.json"), specification: .v4,
        places: PlaceFinder())
      mismatches = matcher.mismatches(
        ActualRequest(method: "GET", path: "/", headers: headers, body: bytes))
    } else {
      let matcher = try ResponseMatcher(
        try BareExchange.response(part, .v4, file: "c.json"), places: PlaceFinder())
      mismatches = matcher.mismatches(ActualResponse(status: 200, headers: headers, body: bytes))
    }
    return mismatches.map { "\($0.path): \($0.message)" }
  }

  /// One rule at a path.
  static func rule(_ path: String, _ rule: String, combine: String = "AND") -> String {
    #"{"\#(path)": {"combine": "\#(combine)", "matchers": [\#(rule)]}}"#
  }

  @Test(arguments: [
    (#"{"a": "b"}"#, #"{"a": "c"}"#, "$.a: Expected 'c' (String) to be equal to 'b' (String)"),
    (#"{"a": 1}"#, #"{"a": 1.0}"#, "$.a: Expected 1.0 (Decimal) to be equal to 1 (Integer)"),
    (#"{"a": null}"#, #"{"a": 1}"#, "$.a: Expected 1 (Integer) to be equal to null (Null)"),
    (
      #"{"a": ["b"]}"#, #"{"a": "b"}"#,
      #"$.a: Type mismatch: Expected 'b' (String) to be the same type as ["b"] (Array)"#
    ),
    (
      #"{"a": [1, 2]}"#, #"{"a": [1]}"#,
      "$.a: Expected a List with 2 elements but received 1 elements"
    ),
    (#"{"a": []}"#, #"{"a": [1]}"#, "$.a: Expected an empty List but received [1]"),
    (#"{"a": 1, "b": 2}"#, #"{"a": 1}"#, "$: Actual map is missing the following keys: b"),
    (
      #"{"a b": {"100": 1}}"#, #"{"a b": {"100": 2}}"#,
      "$['a b'][100]: Expected 2 (Integer) to be equal to 1 (Integer)"
    ),
  ])
  func `says what differs and where`(expected: String, actual: String, difference: String) throws {
    #expect(try Self.differences(expected, actual) == [difference])
  }

  @Test func `responses may have more keys, requests may not`() throws {
    #expect(try Self.differences(#"{"a": 1}"#, #"{"b": 2, "a": 1}"#) == [])
    #expect(
      try Self.differences(#"{"a": 1}"#, #"{"a": 1, "b": 2}"#, isRequest: true) == [
        "$: Expected a Map with keys [a] but received one with keys [a, b]"
      ])
    #expect(
      try Self.differences("{}", #"{"a": 1}"#, isRequest: true) == [
        #"$: Expected an empty Map but received {"a":1}"#
      ])
  }

  @Test(arguments: [
    (#"{"match": "type"}"#, "1", "2.5", nil),
    (
      #"{"match": "type"}"#, #""a""#, "100",
      "Expected 100 (Integer) to be the same type as 'a' (String)"
    ),
    (
      #"{"match": "regex", "regex": "\\w{3}\\d{3}"}"#, #""abc123""#, #""a""#,
      #"Expected 'a' to match '\w{3}\d{3}'"#
    ),
    (#"{"match": "regex", "regex": "b|bc"}"#, #""b""#, #""bc""#, nil),
    (#"{"match": "regex", "regex": "b"}"#, #""b""#, #""abc""#, "Expected 'abc' to match 'b'"),
    (#"{"regex": "\\d+"}"#, #""1""#, "42", nil),
    (#"{"match": "include", "value": "a"}"#, #""a""#, #""dog""#, "Expected 'dog' to include 'a'"),
    (#"{"match": "include", "value": "o"}"#, #""a""#, #""dog""#, nil),
    (#"{"match": "integer"}"#, "1", "true", "Expected true (Boolean) to be an integer"),
    (#"{"match": "integer"}"#, "1", #""8""#, "Expected '8' (String) to be an integer"),
    (#"{"match": "integer"}"#, "1", "-123456789012345678901234567890", nil),
    (#"{"match": "decimal"}"#, "1.0", "2", "Expected 2 (Integer) to be a decimal number"),
    (#"{"match": "decimal"}"#, "1.0", "1e2", nil),
    (#"{"match": "number"}"#, "1", #""1""#, "Expected '1' (String) to be a number"),
    (#"{"match": "boolean"}"#, "true", #""""#, "Expected '' (String) to match a boolean"),
    (#"{"match": "null"}"#, "null", #""""#, "Expected '' (String) to be a null value"),
    (#"{"match": "equality"}"#, "1", "2", "Expected 2 (Integer) to be equal to 1 (Integer)"),
    (
      #"{"match": "type", "min": 1}"#, "[1]", "[]",
      "Expected [] (size 0) to have minimum size of 1"
    ),
    (
      #"{"match": "type", "max": "4"}"#, "[1]", "[1, 2, 3, 4, 5]",
      "Expected [1, 2, 3, 4, 5] (size 5) to have maximum size of 4"
    ),
    (#"{"min": 1, "max": 2}"#, "[1]", "[7, 8]", nil),
  ])
  func `each rule decides`(rule: String, expected: String, actual: String, message: String?) throws
  {
    let differences = try Self.differences(
      #"{"a": \#(expected)}"#, #"{"a": \#(actual)}"#, rules: Self.rule("$.a", rule))
    #expect(differences == message.map { ["$.a: \($0)"] } ?? [])
  }

  @Test func `rules are combined by AND and OR, also over values of other kinds`() throws {
    let both = #"{"match": "type"}, {"match": "null"}"#
    let or = Self.rule("$.a", both, combine: "OR")
    #expect(try Self.differences(#"{"a": {"b": 1}}"#, #"{"a": null}"#, rules: or) == [])
    #expect(try Self.differences(#"{"a": {"b": 1}}"#, #"{"a": {"b": 2}}"#, rules: or) == [])
    #expect(try Self.differences(#"{"a": "x"}"#, #"{"a": 5}"#, rules: or).count == 2)
    let and = Self.rule("$.a", both)
    #expect(try Self.differences(#"{"a": "x"}"#, #"{"a": "y"}"#, rules: and).count == 1)
  }

  @Test func `a rule is inherited by everything below, its sizes are not`() throws {
    let rules = Self.rule("$.items", #"{"match": "type", "min": 2}"#)
    let expected = #"{"items": [{"id": 1, "tags": ["a"]}]}"#
    let actual = #"{"items": [{"id": 9, "tags": ["b"]}, {"id": 8, "tags": ["c", "d"]}]}"#
    #expect(try Self.differences(expected, actual, rules: rules) == [])
    #expect(
      try Self.differences(expected, #"{"items": [{"id": "x", "tags": []}]}"#, rules: rules) == [
        #"$.items: Expected [{"id":"x","tags":[]}] (size 1) to have minimum size of 2"#,
        "$.items[0].id: Expected 'x' (String) to be the same type as 1 (Integer)",
      ])
  }

  @Test(arguments: [
    // A longer path wins over a shorter one, a name over a wildcard, then the first.
    (#""$": {"matchers": [{"match": "type"}]}, "$.a.b": {"matchers": [{"match": "equality"}]}"#, 1),
    (
      #""$.*.b": {"matchers": [{"match": "equality"}]}, "$.a.b": {"matchers": [{"match": "type"}]}"#,
      0
    ),
    (
      #""$.*.b": {"matchers": [{"match": "type"}]}, "$.a.*": {"matchers": [{"match": "equality"}]}"#,
      1
    ),
    (
      #""$.a": {"matchers": [{"match": "type"}]}, "$.a.*": {"matchers": [{"match": "equality"}]}"#,
      1
    ),
  ])
  func `one rule wins by a written order`(rules: String, count: Int) throws {
    let differences = try Self.differences(
      #"{"a": {"b": 1}}"#, #"{"a": {"b": 2}}"#, rules: "{\(rules)}")
    #expect(differences.count == count)
  }

  @Test func `rules can name single elements, also beyond the example`() throws {
    let rules =
      #"{"$.a[*]": {"matchers": [{"match": "integer"}]}, "$.a": {"matchers": [{"match": "type"}]},"#
      + #" "$.a[2]": {"matchers": [{"match": "regex", "regex": "x+"}]}}"#
    #expect(try Self.differences(#"{"a": [1]}"#, #"{"a": [1, 2, "xx", 4]}"#, rules: rules) == [])
    #expect(
      try Self.differences(#"{"a": [1]}"#, #"{"a": [1, "q", 3]}"#, rules: rules) == [
        "$.a[1]: Expected 'q' (String) to be an integer", "$.a[2]: Expected 3 to match 'x+'",
      ])
  }

  @Test func `a pattern that explodes ends with its name`() throws {
    let text = String(repeating: "a", count: 40)
    let differences = try Self.differences(
      #"{"a": "a"}"#, #"{"a": "\#(text)!"}"#,
      rules: Self.rule("$.a", #"{"match": "regex", "regex": "(a+)+$"}"#))
    #expect(differences.count == 1)
    #expect(differences.first?.contains("(a+)+$") == true)
  }

  @Test(arguments: [
    (#"{"match": "wat"}"#, "the matching rule 'wat' is not known"),
    (#"{"match": "regex", "regex": "(("}"#, "the regular expression '((' is not valid"),
    (#"{"match": "regex"}"#, "the matching rule 'regex' needs a string 'regex'"),
    (#"{"match": "type", "min": "x"}"#, "expected a whole number of at least 0 for 'min'"),
    (#"{"foo": 1}"#, "the matching rule has no 'match'"),
  ])
  func `a rule that cannot be used is an error`(rule: String, message: String) throws {
    let error = #expect(throws: RuleError.self) {
      try Self.differences("1", "1", rules: Self.rule("$", rule))
    }
    #expect(error?.message.hasPrefix(message) == true)
  }

  @Test func `keys in another order, many or duplicate, are found`() throws {
    let keys = (0..<500).map { "key\($0)" }
    let expected = "{" + keys.map { "\"\($0)\": 1" }.joined(separator: ",") + "}"
    let actual = "{" + keys.reversed().map { "\"\($0)\": 1" }.joined(separator: ",") + "}"
    #expect(try Self.differences(expected, actual, isRequest: true) == [])
    #expect(try Self.differences(#"{"a": 2}"#, #"{"a": 1, "a": 2}"#) == [])
  }

  @Test func `a body that is not JSON is a mismatch that says where`() throws {
    #expect(
      try Self.differences("1", "<html>") == [
        "$: Expected a JSON body but it is not JSON: 1:1: unexpected '<', expected a value"
      ])
  }

  @Test func `a verdict does not depend on how often an expression was used`() throws {
    let text = String(repeating: "ab1 ", count: 5_000)
    let list = (0..<12).map { _ in "\"\(text)\"" }.joined(separator: ",")
    let rules = Self.rule("$[*]", #"{"match": "regex", "regex": "(a|b|1| )+"}"#)
    let differences = try Self.differences(
      #"["a"]"#, "[\(list)]",
      rules: #"{"$": {"matchers": [{"match": "type"}]}, "# + rules.dropFirst())
    #expect(differences == [])
  }

  @Test(arguments: [
    (#"{"match": "regex", "regex": "[a-z]"}"#, #"["x"]"#, #"["y", "z"]"#),
    (#"{"match": "regex", "regex": "[a-z]"}"#, #"{"b": "x"}"#, #"{"b": "y"}"#),
    (#"{"match": "number"}"#, "[1]", "[2, 3.5]"),
  ])
  func `a rule for single values at a container is asked for the values in it`(
    rule: String, expected: String, actual: String
  ) throws {
    #expect(
      try Self.differences(
        #"{"a": \#(expected)}"#, #"{"a": \#(actual)}"#, rules: Self.rule("$.a", rule)) == [])
    #expect(
      try Self.differences(
        #"{"a": \#(expected)}"#,
        #"{"a": \#(actual.replacing("y", with: "YY").replacing("2", with: "null"))}"#,
        rules: Self.rule("$.a", rule)
      ).count == 1)
  }

  @Test func `queries of version 1 are compared in their order`() throws {
    func mismatches(_ query: String) throws -> [Mismatch] {
      let request = try BareExchange.request(
        try JSONValue(parsing: #"{"query": "a=1&b=2&a=3"}"#), .v1, file: "c.json")
      let actual = try BareExchange.request(
        try JSONValue(parsing: #"{"query": "\#(query)"}"#), .v1, file: "c.json")
      return try RequestMatcher(request, specification: .v1, places: PlaceFinder())
        .mismatches(ActualRequest(actual))
    }
    #expect(try mismatches("a=1&b=2&a=3") == [])
    #expect(try mismatches("a=1&a=3&b=2").count == 1)
    #expect(try mismatches("a=1&b=9&a=3").map(\.path) == ["b"])
  }
}
