import ContractFiles
import ContractMatching
import ContractModel
import JSONText
import Testing

/// Rules for single values, in every place where they may stand.
@Suite struct ValueRuleTests {
  @Test(arguments: [
    (#"{"match": "notEmpty"}"#, #""x""#, #""y""#, nil),
    (#"{"match": "not-empty"}"#, #""x""#, "1", nil),
    (
      #"{"match": "notEmpty"}"#, #""x""#, #""""#, "Expected '' (String) to not be empty"
    ),
    (#"{"match": "notEmpty"}"#, #""x""#, "null", "Expected null (Null) to not be empty"),
    (#"{"match": "notEmpty"}"#, "[1]", "[]", "Expected [] (Array) to not be empty"),
    (#"{"match": "notEmpty"}"#, "[1]", "[2, 3]", nil),
    (
      #"{"match": "notEmpty"}"#, "[1]", #""x""#,
      "Expected 'x' (String) to be the same type as [1] (Array)"
    ),
    (#"{"match": "semver"}"#, #""1.0.0""#, #""2.1.0-rc.1+5""#, nil),
    (#"{"match": "semver"}"#, #""1.0.0""#, #""1.0""#, "'1.0' is not a valid semantic version"),
    (#"{"match": "date"}"#, #""2000-01-01""#, #""2024-02-29""#, nil),
    (#"{"match": "time"}"#, #""10:00:00""#, #""23:59:59""#, nil),
    (#"{"match": "datetime"}"#, #""2000-01-01T00:00:00Z""#, #""2026-11-22T10:00:00+01:00""#, nil),
    (#"{"match": "timestamp", "timestamp": "yyyy"}"#, #""2000""#, #""2024""#, nil),
    (#"{"date": "dd/MM/yy"}"#, #""01/02/00""#, #""29/02/24""#, nil),
    (#"{"match": "date", "date": "dd/MM/yy"}"#, #""01/02/00""#, #""29/02/24""#, nil),
    (#"{"match": "contentType", "value": "image/png"}"#, #""x""#, #""iVBORw0KGgo=""#, nil),
    (
      #"{"match": "content-type", "value": "image/png"}"#, #""x""#, #""plain text""#,
      "Expected binary contents to have content type 'image/png' but detected contents was"
        + " 'text/plain'"
    ),
  ])
  func `each rule decides`(rule: String, expected: String, actual: String, message: String?) throws
  {
    let differences = try JSONMatchingTests.differences(
      #"{"a": \#(expected)}"#, #"{"a": \#(actual)}"#, rules: JSONMatchingTests.rule("$.a", rule))
    #expect(differences == message.map { ["$.a: \($0)"] } ?? [])
  }

  @Test(arguments: [
    (#"{"match": "date", "format": "yyyy-MM-dd"}"#, "23/07/19", "a date pattern of 'yyyy-MM-dd'"),
    (#"{"match": "date"}"#, "2023-02-30", "a date pattern of 'yyyy-MM-dd'"),
    (#"{"match": "time"}"#, "24:00:00", "a time pattern of 'HH:mm:ss'"),
    (
      #"{"match": "datetime", "format": "yyyy-MM-dd HH:mm"}"#, "2024-01-01",
      "a date-time pattern of 'yyyy-MM-dd HH:mm'"
    ),
  ])
  func `dates name the pattern and what is wrong`(rule: String, actual: String, part: String) throws
  {
    let differences = try JSONMatchingTests.differences(
      #""x""#, #""\#(actual)""#, rules: JSONMatchingTests.rule("$", rule))
    #expect(differences.count == 1)
    #expect(
      differences.first?.hasPrefix("$: Expected '\(actual)' to match \(part): ") == true,
      "\(differences)")
  }

  /// What differs between two requests; the second one has no rules.
  private func request(_ expected: String, _ actual: String) throws -> [String] {
    let request = try BareExchange.request(try JSONValue(parsing: expected), .v4, file: "c.json")
    let came = try BareExchange.request(try JSONValue(parsing: actual), .v4, file: "c.json")
    return try RequestMatcher(request, specification: .v4, places: PlaceFinder())
      .mismatches(ActualRequest(came)).map(\.message)
  }

  @Test func `numbers are told by their spelling in paths, queries and headers`() throws {
    let rules =
      #""matchingRules": {"query": {"n": {"matchers": [{"match": "integer"}]}, "#
      + #""d": {"matchers": [{"match": "decimal"}]}}, "header": {"X-N": {"matchers":"#
      + #" [{"match": "number"}]}}, "path": {"matchers": [{"match": "regex", "regex": "/\\d+"}]}}"#
    let expected =
      #"{"path": "/1", "query": {"n": ["1"], "d": ["1.5"]}, "headers": {"X-N": ["1"]}, \#(rules)}"#
    func actual(_ path: String, _ n: String, _ d: String, _ header: String) -> String {
      #"{"path": "\#(path)", "query": {"n": ["\#(n)"], "d": ["\#(d)"]},"#
        + #" "headers": {"X-N": ["\#(header)"]}}"#
    }
    #expect(try request(expected, actual("/42", "-7", "2.0", "1e3")) == [])
    #expect(
      try request(expected, actual("/x", "7.5", "2", "one")) == [
        #"Expected '/x' to match '/\d+'"#,
        "Expected query parameter 'n' with value '1' but was '7.5': Expected '7.5' (String) to be"
          + " an integer",
        "Expected query parameter 'd' with value '1.5' but was '2': Expected '2' (String) to be a"
          + " decimal number",
        "Mismatch with header 'X-N': Expected 'one' (String) to be a number",
      ])
  }

  @Test func `the values of a parameter or header are a list to rules that speak of lists`() throws
  {
    let each = #"{"match": "eachValue", "rules": [{"match": "integer"}]}"#
    let contains =
      #"{"match": "arrayContains", "variants": [{"index": 0, "rules": {}}]}"#
    let rules =
      #""matchingRules": {"query": {"id": {"matchers": [\#(each)]}}, "#
      + #""header": {"Accept": {"matchers": [\#(contains)]}}}"#
    let expected =
      #"{"query": {"id": ["1"]}, "headers": {"Accept": ["text/plain"]}, \#(rules)}"#
    #expect(
      try request(
        expected, #"{"query": {"id": ["1", "22"]}, "headers": {"Accept": ["a/b, text/plain"]}}"#)
        == [])
    let differences = try request(
      expected, #"{"query": {"id": ["1", "x"]}, "headers": {"Accept": ["a/b"]}}"#)
    #expect(
      differences == [
        "Mismatch with query parameter 'id': Expected 'x' (String) to be an integer",
        #"Mismatch with header 'Accept': Variant at index 0 ("text/plain") was not found in the"#
          + " actual list",
      ])
  }

  @Test(arguments: [
    (#"{"match": "statusCode", "status": "success"}"#, 204, nil),
    (#"{"match": "status-code"}"#, 299, nil),
    (
      #"{"match": "statusCode", "status": "success"}"#, 400,
      "Expected status code 400 to be a Successful response (200–299)"
    ),
    (#"{"match": "statusCode", "status": "nonError"}"#, 302, nil),
    (#"{"match": "statusCode", "status": "clientError"}"#, 404, nil),
    (
      #"{"match": "statusCode", "status": [200, 201]}"#, 202,
      "Expected status code 202 to be one of [200, 201]"
    ),
    (#"{"match": "integer"}"#, 500, nil),
    (#"{"match": "regex", "regex": "2\\d\\d"}"#, 204, nil),
  ])
  func `the status may have rules`(rule: String, status: Int, message: String?) throws {
    let part = try JSONValue(
      parsing: #"{"status": 200, "matchingRules": {"status": {"matchers": [\#(rule)]}}}"#)
    let matcher = try ResponseMatcher(
      try BareExchange.response(part, .v4, file: "c.json"), places: PlaceFinder())
    #expect(
      matcher.mismatches(ActualResponse(status: status)).map(\.message)
        == (message.map { [$0] } ?? []))
  }

  @Test func `metadata may have rules of every kind`() throws {
    let part = try JSONValue(
      parsing: """
        {"contents": {"content": 1}, "metadata": {"tags": ["a"], "n": 5, "o": {"id": 1}},
         "matchingRules": {"metadata": {
           "tags": {"matchers": [{"match": "eachValue", "rules": [{"match": "type"}]}]},
           "n": {"matchers": [{"match": "integer"}]}, "o": {"matchers": [{"match": "type"}]}}}}
        """)
    let matcher = try MessageMatcher(
      try BareExchange.message(part, .v4, file: "c.json"), places: PlaceFinder())
    func differences(_ metadata: String) throws -> [String] {
      matcher.mismatches(
        ActualMessage(contents: Array("1".utf8), metadata: try JSONValue(parsing: metadata))
      ).map(\.message)
    }
    #expect(try differences(#"{"tags": ["b", "c"], "n": "7", "o": {"id": 2}}"#) == [])
    #expect(
      try differences(#"{"tags": ["b", 1], "n": "x", "o": {"id": "2"}}"#) == [
        "Metadata key 'tags': Expected 1 (Integer) to be the same type as 'a' (String)",
        "Metadata key 'n': Expected 'x' (String) to be an integer",
        "Metadata key 'o': Expected '2' (String) to be the same type as 1 (Integer)",
      ])
  }

  @Test(arguments: ["path", "status"])
  func `rules for content have no place beside single values`(category: String) throws {
    let rule = #"{"matchers": [{"match": "values"}]}"#
    let part = try JSONValue(parsing: #"{"matchingRules": {"\#(category)": \#(rule)}}"#)
    #expect(throws: RuleError.self) {
      if category == "path" {
        _ = try RequestMatcher(
          try BareExchange.request(part, .v4, file: "c.json"), specification: .v4,
          places: PlaceFinder())
      } else {
        _ = try ResponseMatcher(
          try BareExchange.response(part, .v4, file: "c.json"), places: PlaceFinder())
      }
    }
  }

  @Test func `rules for what a part does not have are told`() throws {
    let rule = try JSONValue(parsing: #"{"match": "type"}"#)
    let sets = MatchingRuleSet.Category.allCases.map { MatchingRuleSet($0, "", rules: [rule]) }
    var request = HTTPRequest()
    request.rules = sets
    #expect(
      try RequestMatcher(request).unusedRules.map(\.category) == [.body, .status, .metadata])
    #expect(
      try ResponseMatcher(HTTPResponse(rules: sets)).unusedRules.map(\.category)
        == [.body, .method, .path, .query, .metadata])
    #expect(
      try MessageMatcher(MessageContents(rules: sets)).unusedRules.map(\.category)
        == [.metadata, .body, .method, .path, .query, .header, .status])
  }

  @Test func `rules for paths see escapes as they are sent and as what they stand for`() throws {
    func path(_ rule: String, _ expected: String, _ actual: String) throws -> Int {
      let rules = #""matchingRules": {"path": {"matchers": [\#(rule)]}}"#
      return try request(#"{"path": "\#(expected)", \#(rules)}"#, #"{"path": "\#(actual)"}"#).count
    }
    #expect(try path(#"{"match": "equality"}"#, "/a%20b", "/a%20b") == 0)
    #expect(try path(#"{"match": "regex", "regex": "/a%20b"}"#, "/a%20b", "/a%20b") == 0)
    #expect(try path(#"{"match": "regex", "regex": "/a b"}"#, "/a%20b", "/a%20b") == 0)
    #expect(try path(#"{"match": "regex", "regex": "/o/[^/]+"}"#, "/o/1", "/o/a%2Fb") == 0)
    #expect(try path(#"{"match": "equality"}"#, "/a%20b", "/a%20c") == 1)
    #expect(try request(#"{"path": "/a%252Fb"}"#, #"{"path": "/a%2Fb"}"#).count == 1)
    #expect(try request(#"{"path": "/a%7eb"}"#, #"{"path": "/a~b"}"#) == [])
  }
}
