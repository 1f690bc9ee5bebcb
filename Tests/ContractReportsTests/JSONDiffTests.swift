import Testing

@testable import ContractReports

@Suite struct JSONDiffTests {
  static let order = #"""
    {"id": 42, "customer": {"name": "Ada", "address": {"street": "1 Main St", "city": "London"}},
     "lines": [{"sku": "A-1", "quantity": 2}, {"sku": "B-2", "quantity": 1}, {"sku": "C-3"}],
     "status": "paid", "total": 39.90}
    """#

  @Test func `shows a member that differs deep inside, and the lines around it`() {
    let actual = Self.order.split(separator: "London").joined(separator: "Paris")
    #expect(
      DiffText.lines(Self.order, actual) == [
        "  …", #"      "address": {"#, #"        "street": "1 Main St","#,
        #"-       "city": "London""#, #"+       "city": "Paris""#, "      }", "    },", "  …",
      ])
  }

  @Test(arguments: [
    ("missing", #"{"a":1,"b":2}"#, #"{"a":1}"#, ["  {", #"    "a": 1,"#, #"-   "b": 2"#, "  }"]),
    ("more", #"{"a":1}"#, #"{"b":2,"a":1}"#, ["  {", #"    "a": 1"#, #"+   "b": 2"#, "  }"]),
    ("the first", "[1,2,3]", "[2,3]", ["  [", "-   1,", "    2,", "    3", "  …"]),
    ("the last", "[1,2]", "[1,2,3]", ["  …", "    1,", "    2", "+   3", "  ]"]),
    ("all", "[]", "[true]", ["- []", "+ [", "+   true", "+ ]"]),
    ("none", "{}", #"{"a":[],"b":{}}"#, ["- {}", "+ {", #"+   "a": [],"#, #"+   "b": {}"#, "+ }"]),
    ("a scalar", #"{"a":null}"#, "7", ["- {", #"-   "a": null"#, "- }", "+ 7"]),
  ])
  func `shows what one side lacks`(
    _: String, expected: String, actual: String, lines: [String]
  ) {
    #expect(DiffText.lines(expected, actual) == lines)
  }

  @Test func `tells a missing element as a whole`() {
    let actual = Self.order.split(separator: #" {"sku": "B-2", "quantity": 1},"#).joined()
    #expect(
      DiffText.lines(Self.order, actual) == [
        "  …", #"        "quantity": 2"#, "      },", "-     {", #"-       "sku": "B-2","#,
        #"-       "quantity": 1"#, "-     },", "      {", #"        "sku": "C-3""#, "  …",
      ])
  }

  @Test(arguments: [
    (#"{"a":{"b":1,"c":2},"d":3}"#, #"{"d":3,"a":{"c":2,"b":1}}"#),
    (#"[{"a":1,"b":2},{"a":3,"b":4}]"#, #"[{"b":2,"a":1},{"b":4,"a":3}]"#),
    (#"{"name":"Zoë \/"}"#, #"{ "n\u0061me" : "Zo\u00eb /" }"#),
    (#"{"total":39.90,"rates":[1e2]}"#, #"{"rates":[100.0],"total":39.9}"#),
  ])
  func `takes values for equal that mean the same`(expected: String, actual: String) {
    #expect(DiffText.lines(expected, actual) == [])
  }

  @Test func `orders the members of what came, the further ones behind`() {
    let expected = #"{"a":1,"b":[{"c":2,"d":3}],"e":4}"#
    let actual = #"{"x":0,"e":4,"b":[{"d":3,"c":2},{"d":6,"c":5}],"a":1}"#
    #expect(
      DiffText.lines(expected, actual) == [
        "  …", #"        "d": 3"#, "      }", "+     {", #"+       "c": 5,"#, #"+       "d": 6"#,
        "+     }", "    ],", #"    "e": 4"#, #"+   "x": 0"#, "  }",
      ])
  }

  @Test func `keeps members with the same key`() {
    #expect(
      DiffText.lines(#"{"a":1,"b":2}"#, #"{"b":2,"a":1,"a":3}"#) == [
        "  {", #"    "a": 1,"#, #"+   "a": 3,"#, #"    "b": 2"#, "  }",
      ])
  }

  @Test(arguments: [
    ("1", "2"), (#""a""#, "null"), ("{}", "[]"), ("[]", "0"), (#""a\nb""#, #""c\nd""#),
    (#""\#(String(repeating: "a", count: 99))""#, #""\#(String(repeating: "b", count: 99))""#),
    ("{\"a\":1}", ""), ("", "[1]"),
  ])
  func `leaves to the message what it tells`(expected: String, actual: String) {
    #expect(DiffText.lines(expected, actual) == [])
  }

  @Test func `shows a text that came instead of JSON`() {
    #expect(
      DiffText.lines("[1]", "<h1>Error</h1>\nSorry") == [
        "- [", "-   1", "- ]", "+ <h1>Error</h1>", "+ Sorry",
      ])
    #expect(
      DiffText.lines(#"{"a":{"b":1}}"#, #"{"a": {"b": 1}"#) == [
        "  …", #"      "b": 1"#, "    }", "- }",
      ])
  }

  @Test func `lays out any depth`() {
    let deep = String(repeating: "[", count: 100_000)
    let lines = DiffText.lines("[1]", deep)
    #expect(lines.last == "  … 99599 more lines")
    #expect(lines.allSatisfy { $0.utf8.count < 100 })
  }
}
