import ContractFiles
import ContractMatching
import ContractModel
import JSONText
import TestSupport
import Testing

/// Rules for single values of header fields, query parameters, forms and metadata.
@Suite struct FieldRuleTests {
  private static let integer = #"{"matchers": [{"match": "integer"}]}"#

  /// What differs between a request and one that came.
  private func request(
    _ expected: String, _ actual: String, _ version: SpecificationVersion = .v4
  ) throws -> [String] {
    let request = try BareExchange.request(
      try JSONValue(parsing: expected), version, file: "c.json")
    let came = try BareExchange.request(try JSONValue(parsing: actual), version, file: "c.json")
    return try RequestMatcher(request, specification: version).mismatches(ActualRequest(came))
      .map(\.message)
  }

  @Test(arguments: ["q[1]", "$.q[1]", "$['q'][1]"])
  func `a rule for one value of a parameter leaves the others to equality`(
    selector: String
  ) throws {
    let expected =
      #"{"query": {"q": ["a", "2"]}, "matchingRules": {"query": {"\#(selector)": \#(Self.integer)}}}"#
    #expect(try request(expected, #"{"query": {"q": ["a", "33"]}}"#) == [])
    #expect(
      try request(expected, #"{"query": {"q": ["b", "x"]}}"#) == [
        "Mismatch with query parameter 'q': Expected 'b' (String) to be equal to 'a' (String)",
        "Mismatch with query parameter 'q': Expected 'x' (String) to be an integer",
      ])
    #expect(
      try request(expected, #"{"query": {"q": ["a", "33", "4"]}}"#) == [
        "Mismatch with query parameter 'q': Expected a List with 2 elements but received 3 elements"
      ])
  }

  @Test func `version 2 names one value by its path`() throws {
    let rules = #""matchingRules": {"$.query.q[0]": {"match": "regex", "regex": "\\d+"}}"#
    let expected = #"{"query": "q=1&q=b", \#(rules)}"#
    #expect(try request(expected, #"{"query": "q=22&q=b"}"#, .v2) == [])
    #expect(try request(expected, #"{"query": "q=22&q=c"}"#, .v2).count == 1)
  }

  @Test func `a parameter with brackets in its name has rules of its own`() throws {
    let expected =
      #"{"query": {"q[0]": ["1"], "q": ["a"]}, "matchingRules": {"query": {"q[0]": \#(Self.integer)}}}"#
    #expect(try request(expected, #"{"query": {"q[0]": ["2"], "q": ["a"]}}"#) == [])
    #expect(try request(expected, #"{"query": {"q[0]": ["2"], "q": ["2"]}}"#).count == 1)
  }

  @Test func `a rule for one element of a header leaves the others to equality`() throws {
    let expected = """
      {"headers": {"Vary": "Accept, 2", "X-Ids": ["a", "7"]}, "matchingRules": {"header": {
        "vary[1]": \(Self.integer), "$.X-Ids[1]": \(Self.integer)}}}
      """
    #expect(
      try request(expected, #"{"headers": {"Vary": "Accept, 3", "X-Ids": ["a", "9"]}}"#) == [])
    #expect(
      try request(expected, #"{"headers": {"Vary": "Accept, x", "X-Ids": ["b", "9"]}}"#) == [
        "Mismatch with header 'Vary': Expected 'x' (String) to be an integer",
        "Mismatch with header 'X-Ids': Expected 'b' (String) to be equal to 'a' (String)",
      ])
  }

  @Test func `sizes count the values of a header`() throws {
    let rules = #"{"header": {"X-Ids": {"matchers": [{"match": "type", "min": 2}]}}}"#
    let expected = #"{"headers": {"X-Ids": ["a", "b"]}, "matchingRules": \#(rules)}"#
    #expect(try request(expected, #"{"headers": {"X-Ids": ["x", "y", "z"]}}"#) == [])
    #expect(
      try request(expected, #"{"headers": {"X-Ids": ["x"]}}"#) == [
        "Mismatch with header 'X-Ids': Expected header 'X-Ids' (size 1) to have minimum size of 2"
      ])
  }

  @Test func `a missing header is missing whatever its rule`() throws {
    let expected = try BareExchange.request(
      try JSONValue(
        parsing:
          #"{"headers": {"X-N": "1"}, "matchingRules": {"header": {"X-N": \#(Self.integer)}}}"#),
      .v4, file: "c.json")
    let mismatches = try RequestMatcher(expected).mismatches(ActualRequest(HTTPRequest()))
    #expect(mismatches.map(\.message) == ["Expected a header 'X-N' but was missing"])
    #expect(mismatches.map(\.rule) == [nil])
  }

  /// What differs between two forms.
  private func form(_ expected: String, _ actual: String, _ rules: String) throws -> [String] {
    let part = """
      {"headers": {"Content-Type": "application/x-www-form-urlencoded"},
       "body": {"contentType": "application/x-www-form-urlencoded", "content": "\(expected)"},
       "matchingRules": {"body": {\(rules)}}}
      """
    let request = try BareExchange.request(try JSONValue(parsing: part), .v4, file: "c.json")
    let came = ActualRequest(
      method: "GET", path: "/",
      headers: [Field("Content-Type", ["application/x-www-form-urlencoded"])],
      body: Array(actual.utf8))
    return try RequestMatcher(request).mismatches(came).map(\.message)
  }

  @Test func `a rule for one value of a form leaves the others to equality`() throws {
    let rules = #""$.f[0]": \#(Self.integer)"#
    #expect(try form("f=1&f=b", "f=22&f=b", rules) == [])
    #expect(try form("f=1&f=b", "f=22&f=c", rules).count == 1)
    #expect(try form("f=1&f=b", "f=x&f=b", rules).count == 1)
    #expect(try form("f=1&f=b", "f=1&f=b&f=3", rules).count == 1)
  }

  @Test func `the size of a form is not the size of its fields`() throws {
    let rules = #""$": {"matchers": [{"match": "type", "min": 2}]}"#
    #expect(try form("a=1&b=2", "a=5&b=6", rules) == [])
  }

  @Test func `rules lead into entries of metadata`() throws {
    let part = """
      {"contents": {"content": 1}, "metadata": {"o": {"id": 1, "name": "x"}, "n": 5},
       "matchingRules": {"metadata": {"$.o.id": \(Self.integer), "n": \(Self.integer)}}}
      """
    let message = try BareExchange.message(try JSONValue(parsing: part), .v4, file: "c.json")
    let matcher = try MessageMatcher(message)
    #expect(matcher.unusedRules == [])
    func differences(_ metadata: String) throws -> [String] {
      matcher.mismatches(
        ActualMessage(contents: Array("1".utf8), metadata: try JSONValue(parsing: metadata))
      ).map(\.message)
    }
    #expect(try differences(#"{"o": {"id": 7, "name": "x"}, "n": 6}"#) == [])
    #expect(
      try differences(#"{"o": {"id": "y", "name": "z"}, "n": 6}"#) == [
        "Metadata key 'o': Expected 'y' (String) to be an integer",
        "Metadata key 'o': Expected 'z' (String) to be equal to 'x' (String)",
      ])
  }

  @Test func `a rule for the content type in metadata is asked`() throws {
    let rule = #"{"matchers": [{"match": "regex", "regex": "application/.*"}]}"#
    let part = """
      {"contents": {"contentType": "application/json", "content": 1},
       "metadata": {"contentType": "application/json"},
       "matchingRules": {"metadata": {"contentType": \(rule)}}}
      """
    let message = try BareExchange.message(try JSONValue(parsing: part), .v4, file: "c.json")
    let matcher = try MessageMatcher(message)
    func differences(_ type: String) throws -> [Mismatch.Kind] {
      matcher.mismatches(
        ActualMessage(
          contents: Array("1".utf8), contentType: "application/json",
          metadata: try JSONValue(parsing: #"{"contentType": "\#(type)"}"#))
      ).map(\.kind)
    }
    #expect(try differences("application/vnd.x") == [])
    #expect(try differences("text/plain") == [.metadata])
  }

  @Test func `rules for values that the example lacks are told`() throws {
    let part = """
      {"query": {"q": ["a"]}, "metadata": {}, "matchingRules": {"query": {"q[3]": \(Self.integer)}}}
      """
    let request = try BareExchange.request(try JSONValue(parsing: part), .v4, file: "c.json")
    #expect(try RequestMatcher(request).unusedRules.map(\.selector) == ["q[3]"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a form of very many fields takes no more than its share`() throws {
    let fields = (0..<60_000).map { "field\($0)=\($0)" }
    let text = fields.joined(separator: "&")
    #expect(try form(text, fields.reversed().joined(separator: "&"), "") == [])
  }
}
