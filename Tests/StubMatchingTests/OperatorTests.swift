import ContractMatching
import JSONText
import StubMatching
import StubModel
import Testing

/// The operators, by what they accept and what they do not.
@Suite struct OperatorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let pattern: String
    let accepted: [String?]
    let refused: [String?]

    init(_ pattern: String, _ accepted: [String?], not refused: [String?]) {
      self.pattern = pattern
      self.accepted = accepted
      self.refused = refused
    }

    var testDescription: String { pattern }
  }

  static let now = Moment(year: 2026, month: 1, day: 31, hour: 12)

  static func read(
    _ pattern: String, _ dialect: StubDialect = .strict
  ) throws -> any StubOperator {
    try StubOperatorReader(dialect).read(StubCursor(try JSONValue(parsing: pattern)))
  }

  static func accepts(_ pattern: any StubOperator, _ text: String?) -> Bool {
    pattern.matches(text.map { StubValue($0) }, at: now)
  }

  static let texts: [Case] = [
    Case(#"{"equalTo": "a"}"#, ["a"], not: ["A", "ab", "", nil]),
    Case(#"{"equalTo": "Ab", "caseInsensitive": true}"#, ["aB", "AB"], not: ["abc", nil]),
    Case(#"{"binaryEqualTo": "AQID"}"#, ["\u{1}\u{2}\u{3}"], not: ["AQID", nil]),
    Case(#"{"contains": "bc"}"#, ["abcd", "bc"], not: ["b", "BC", nil]),
    Case(#"{"doesNotContain": "bc"}"#, ["b", nil], not: ["abcd"]),
    Case(#"{"matches": "[a-z]+"}"#, ["abc"], not: ["abc1", "", nil]),
    Case(#"{"matches": ".*b.*"}"#, ["a\nb\nc"], not: ["a\nc"]),
    Case(#"{"doesNotMatch": "[a-z]+"}"#, ["1", nil], not: ["abc"]),
    Case(#"{"absent": true}"#, [nil], not: ["", "a"]),
    Case(#"{"absent": false}"#, ["", "a"], not: [nil]),
    Case(#"{"and": [{"contains": "a"}, {"contains": "b"}]}"#, ["ab"], not: ["a", "b", nil]),
    Case(#"{"or": [{"equalTo": "a"}, {"absent": true}]}"#, ["a", nil], not: ["b"]),
    Case(#"{"not": {"equalTo": "a"}}"#, ["b", nil], not: ["a"]),
    Case(#"{"anything": "(always)"}"#, ["b", nil], not: []),
    Case(#"{"matchesPathTemplate": "/a/{b}"}"#, ["/a/1"], not: ["/a", "/a/1/2", "/a/", nil]),
    Case(#"{"equalToNumber": 1}"#, ["1", "1.0", "1e0"], not: ["2", "x", nil]),
    Case(#"{"greaterThanNumber": "1.5"}"#, ["1.6", "20"], not: ["1.5", "-3", nil]),
    Case(#"{"greaterThanEqualNumber": 2}"#, ["2", "3"], not: ["1.99"]),
    Case(#"{"lessThanNumber": 2}"#, ["1.99", "-1"], not: ["2"]),
    Case(#"{"lessThanEqualNumber": 2}"#, ["2.00"], not: ["2.01"]),
  ]

  static let json: [Case] = [
    Case(
      #"{"equalToJson": {"a": 1, "b": [1, 2]}}"#,
      [#"{"b": [1.0, 2], "a": 1e0}"#],
      not: [#"{"a": 1, "b": [2, 1]}"#, #"{"a": "1", "b": [1, 2]}"#, #"{"a": 1}"#, "x", nil]),
    Case(
      #"{"equalToJson": "[1, 2]", "ignoreArrayOrder": true}"#, ["[2, 1]"],
      not: ["[1]", "[1, 1]", "[1, 2, 3]"]),
    Case(
      #"{"equalToJson": {"a": [1]}, "ignoreExtraElements": true}"#,
      [#"{"a": [1, 2], "b": 3}"#], not: [#"{"a": [2, 1]}"#, "{}"]),
    Case(
      #"{"equalToJson": [[1], ["${json-unit.ignore}"]], "ignoreArrayOrder": true}"#,
      ["[[1], [2]]", "[[2], [1]]"], not: ["[[2], [3]]"]),
    Case(
      #"{"equalToJson": {"a": "${json-unit.any-string}", "b": "${json-unit.any-number}"}}"#,
      [#"{"a": "x", "b": 1.5}"#], not: [#"{"a": 1, "b": 1}"#, #"{"a": "x", "b": true}"#]),
    Case(
      #"{"equalToJson": {"a": "${json-unit.regex}[A-Z]+", "b": "${json-unit.ignore-element}"}}"#,
      [#"{"a": "XY"}"#, #"{"a": "XY", "b": 1}"#], not: [#"{"a": "XYz"}"#]),
    Case(#"{"equalToJson": {"a": null}}"#, [#"{"a": null}"#], not: ["{}"]),
    Case(
      #"{"matchesJsonSchema": {"type": "object", "required": ["a"]}}"#, [#"{"a": 1}"#],
      not: ["{}", "[]", "x", nil]),
    Case(
      #"{"matchesJsonSchema": "{\"type\": \"string\", \"pattern\": \"b\"}", "schemaVersion": "V7"}"#,
      [#""abc""#, "abc"], not: ["1", "ac"]),
  ]

  static let paths: [Case] = [
    Case(
      #"{"matchesJsonPath": "$.a"}"#, [#"{"a": 0}"#, #"{"a": ""}"#, #"{"a": false}"#],
      not: [#"{"a": null}"#, #"{"a": []}"#, #"{"a": {}}"#, "{}", "x", nil]),
    Case(
      #"{"matchesJsonPath": "$.a[?(@.b == 1)]"}"#, [#"{"a": [{"b": 2}, {"b": 1}]}"#],
      not: [#"{"a": [{"b": 2}]}"#]),
    Case(
      #"{"matchesJsonPath": {"expression": "$.a", "equalTo": "5"}}"#,
      [#"{"a": 5}"#, #"{"a": "5"}"#, #"{"a": [1, 5]}"#], not: [#"{"a": 5.0}"#, "{}"]),
    Case(
      #"{"matchesJsonPath": {"expression": "$.a", "equalToJson": "{\"b\": 1}", "ignoreExtraElements": true}}"#,
      [#"{"a": {"b": 1, "c": 2}}"#], not: [#"{"a": {}}"#, #"{"a": "{\"b\": 1}"}"#]),
    Case(
      #"{"matchesJsonPath": {"expression": "$.a", "absent": true}}"#, ["{}", #"{"a": null}"#],
      not: [#"{"a": 1}"#]),
    Case(
      #"{"matchesJsonPath": {"expression": "$.a", "doesNotContain": "x"}}"#, [#"{"a": "y"}"#],
      not: ["{}", #"{"a": "x"}"#]),
    Case(
      #"{"matchesJsonPath": {"expression": "$.a", "and": [{"contains": "x"}, {"contains": "y"}]}}"#,
      [#"{"a": "xy"}"#], not: [#"{"a": "x"}"#]),
    Case(
      #"{"matchesJsonPath": {"expression": "$..b", "matches": "[0-9]+"}}"#,
      [#"{"a": [{"b": "x"}, {"b": "12"}]}"#], not: [#"{"a": [{"b": "x"}]}"#]),
  ]

  static let xml: [Case] = [
    Case(
      #"{"equalToXml": "<a><b>1</b><c x='1' y='2'/></a>"}"#,
      [
        "<a> <c y='2' x='1'/><!-- --><b> 1 </b></a>",
        "<a xmlns='urn:x'><b>1</b><c x='1' y='2'/></a>",
      ],
      not: ["<a><b>2</b><c x='1' y='2'/></a>", "<a><b>1</b></a>", "<a", nil]),
    Case(
      #"{"equalToXml": "<a><b>1</b><b>2</b></a>"}"#, ["<a><b>1</b><b>2</b></a>"],
      not: ["<a><b>2</b><b>1</b></a>", "<a><b>1</b></a>"]),
    Case(
      #"{"equalToXml": "<a><b>1</b><b>2</b></a>", "ignoreOrderOfSameNode": true}"#,
      ["<a><b>2</b><b>1</b></a>"], not: ["<a><b>2</b><b>2</b></a>"]),
    Case(
      #"{"equalToXml": "<a xmlns='urn:1'/>", "namespaceAwareness": "STRICT"}"#,
      ["<x:a xmlns:x='urn:1'/>"], not: ["<a xmlns='urn:2'/>", "<a/>"]),
    Case(
      #"{"equalToXml": "<a><b>${xmlunit.ignore}</b><c>${xmlunit.isNumber}</c></a>", "enablePlaceholders": true}"#,
      ["<a><b>x</b><c>12</c></a>"], not: ["<a><b>x</b><c>y</c></a>", "<a><c>1</c></a>"]),
    Case(
      #"{"equalToXml": "<a>[[xmlunit.matchesRegex(^b+$)]]</a>", "enablePlaceholders": true, "placeholderOpeningDelimiterRegex": "\\[\\[", "placeholderClosingDelimiterRegex": "]]"}"#,
      ["<a>bb</a>"], not: ["<a>c</a>"]),
    Case(
      #"{"equalToXml": "<a>x</a>", "exemptedComparisons": ["TEXT_VALUE"]}"#, ["<a>y</a>"],
      not: ["<b>x</b>"]),
    Case(#"{"matchesXPath": "//b"}"#, ["<a><b/></a>"], not: ["<a/>", "b", nil]),
    Case(#"{"matchesXPath": "count(//b)"}"#, [], not: ["<a><b/></a>"]),
    Case(#"{"matchesXPath": "/a[count(b) = 2]"}"#, ["<a><b/><b/></a>"], not: ["<a><b/></a>"]),
    Case(
      #"{"matchesXPath": {"expression": "//b/text()", "contains": "x"}}"#,
      ["<a><b>1</b><b>yxy</b></a>"], not: ["<a><b>1</b></a>", "<a/>"]),
    Case(
      #"{"matchesXPath": {"expression": "count(//b)", "equalTo": "2"}}"#, ["<a><b/><b/></a>"],
      not: ["<a><b/></a>"]),
    Case(
      #"{"matchesXPath": {"expression": "//b", "equalToXml": "<b>1</b>"}}"#, ["<a><b>1</b></a>"],
      not: ["<a><b>2</b></a>"]),
    Case(
      #"{"matchesXPath": "/s:a/@t:b", "xPathNamespaces": {"s": "urn:1", "t": "urn:2"}}"#,
      ["<a xmlns='urn:1' x:b='' xmlns:x='urn:2'/>"], not: ["<a b=''/>"]),
    // Entities are not read at all.
    Case(
      #"{"matchesXPath": "//b"}"#, [],
      not: ["<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a><b>&e;</b></a>"]),
  ]

  static let dates: [Case] = [
    Case(
      #"{"before": "2021-06-14T12:00:00Z"}"#,
      ["2021-06-14T11:59:59Z", "2021-06-14T13:00:00+02:00", "2021-06-13", "2021-06-14T11:00:00"],
      not: ["2021-06-14T12:00:00Z", "x", nil]),
    Case(
      #"{"after": "2021-06-14T12:00:00"}"#, ["2021-06-14T12:30:00+05:00", "2021-06-15"],
      not: ["2021-06-14T12:00:00"]),
    Case(
      #"{"equalToDateTime": "2021-06-14T12:00:00Z"}"#,
      ["2021-06-14T14:00:00+02:00", "Mon, 14 Jun 2021 12:00:00 GMT"], not: ["2021-06-14"]),
    Case(#"{"after": "now +3 days"}"#, ["2026-02-03T12:00:01Z"], not: ["2026-02-03T12:00:00Z"]),
    Case(
      #"{"before": "now", "expectedOffset": -1, "expectedOffsetUnit": "months"}"#,
      ["2025-12-31T11:00:00Z"], not: ["2026-01-30T00:00:00Z"]),
    Case(
      #"{"equalToDateTime": "2021-02-03", "actualFormat": "dd/MM/yyyy"}"#, ["03/02/2021"],
      not: ["02/03/2021", "2021-02-03"]),
    Case(
      #"{"equalToDateTime": "1970-01-02T00:00:00Z", "actualFormat": "unix"}"#, ["86400"],
      not: ["86400000"]),
    Case(
      #"{"equalToDateTime": "1970-01-02T00:00:00Z", "actualFormat": "epoch"}"#, ["86400000"],
      not: ["86400"]),
    Case(
      #"{"equalToDateTime": "2020-03-01T00:00:00Z", "truncateActual": "first day of month"}"#,
      ["2020-03-31T23:59:59Z"], not: ["2020-04-01T00:00:00Z"]),
    Case(
      #"{"equalToDateTime": "2020-02-10T10:10:10Z", "truncateExpected": "last day of month"}"#,
      ["2020-02-29T00:00:00Z"], not: ["2020-02-28T00:00:00Z"]),
  ]

  @Test(arguments: texts + json + paths + xml + dates)
  func `an operator accepts what it should`(_ test: Case) throws {
    let pattern = try Self.read(test.pattern)
    for text in test.accepted {
      #expect(Self.accepts(pattern, text), "\(test.pattern) refuses \(text ?? "no value")")
    }
    for text in test.refused {
      #expect(!Self.accepts(pattern, text), "\(test.pattern) accepts \(text ?? "no value")")
    }
  }

  @Test(arguments: [
    (#"{"equalTo": "a", "contains": "b"}"#, "/contains", "beside 'equalTo'"),
    (#"{"equals": "a"}"#, "/equals", "'equals' is not known"),
    (#"{"equalTo": 1}"#, "/equalTo", "expected a string"),
    (#"{"equalTo": "a", "caseInsensitve": true}"#, "/caseInsensitve", "not known here"),
    (#"{"matches": "("}"#, "/matches", "regular expression"),
    (#"{"matches": "[a-z&&[^b]]"}"#, "/matches", "intersections"),
    (#"{"equalToJson": "{"}"#, "/equalToJson", "not JSON"),
    (#"{"equalToXml": "<a>"}"#, "/equalToXml", "not XML"),
    (#"{"matchesJsonPath": "$.a["}"#, "/matchesJsonPath", "column"),
    (
      #"{"matchesJsonPath": {"expression": "$.a", "equalTo": "1", "contains": "2"}}"#,
      "/matchesJsonPath/contains", "beside"
    ),
    (#"{"matchesXPath": "//["}"#, "/matchesXPath", "XPath"),
    (#"{"matchesJsonSchema": {"type": 1}}"#, "/matchesJsonSchema", "schema"),
    (#"{"and": [{"equalTo": "a"}, {"foo": "b"}]}"#, "/and/1/foo", "not known"),
    (#"{"before": "someday"}"#, "/before", "no date"),
    (#"{"before": "now", "truncateExpected": "x"}"#, "/truncateExpected", "truncation"),
    (#"{"absent": "yes"}"#, "/absent", "true or false"),
  ])
  func `what cannot be used is refused with its place`(
    _ pattern: String, _ pointer: String, _ message: String
  ) throws {
    let problem = try #require(throws: StubProblem.self) { try Self.read(pattern) }
    #expect(problem.pointer == pointer)
    #expect(problem.message.contains(message), "\(problem.message)")
  }

  @Test func `the compatible dialect takes the first of two operators`() throws {
    let pattern = try Self.read(#"{"equalTo": "a", "contains": "b"}"#, .compatible)
    #expect(Self.accepts(pattern, "a"))
    #expect(!Self.accepts(pattern, "b"))
  }

  @Test func `the compatible dialect takes absent false for absent true`() throws {
    let pattern = try Self.read(#"{"absent": false}"#, .compatible)
    #expect(Self.accepts(pattern, nil))
    #expect(!Self.accepts(pattern, "a"))
  }
}
