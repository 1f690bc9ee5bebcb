import ContractMatching
import ContractModel
import JSONText
import Testing

@Suite struct GeneratorBodyTests {
  private static let seven = #"{"type": "RandomInt", "min": 7, "max": 7}"#
  private static let eight = #"{"type": "RandomInt", "min": 8, "max": 8}"#

  private func body(_ example: String, _ generators: String) throws -> String {
    try GeneratorTesting.body(example, generators, try GeneratorTesting.context())
  }

  @Test(arguments: [
    ("$.a", #"{"a": 1, "b": 2}"#, #"{"a":7,"b":2}"#),
    ("$['a b']", #"{"a b": 1, "b": 2}"#, #"{"a b":7,"b":2}"#),
    ("$.a.b.c", #"{"a": {"b": {"c": 1, "d": [1]}}}"#, #"{"a":{"b":{"c":7,"d":[1]}}}"#),
    ("$.a[1]", #"{"a": [1, 2, 3]}"#, #"{"a":[1,7,3]}"#),
    ("$.a[*]", #"{"a": [1, "x", null]}"#, #"{"a":[7,"7",7]}"#),
    ("$.a[*].b", #"{"a": [{"b": 1}, {"c": 1}, {"b": 2}]}"#, #"{"a":[{"b":7},{"c":1},{"b":7}]}"#),
    ("$.*", #"{"a": 1, "b": 2, "c": [3]}"#, #"{"a":7,"b":7,"c":[3]}"#),
    ("$.*.x", #"{"a": {"x": 1}, "b": {"x": 2, "y": 3}}"#, #"{"a":{"x":7},"b":{"x":7,"y":3}}"#),
    ("$.*", "[1, 2]", "[7,7]"), ("$[*]", #"{"a": 1}"#, #"{"a":1}"#),
    ("$[0]", "[1, 2]", "[7,2]"), ("$['0']", "[1, 2]", "[7,2]"), ("$[7]", #"{"7": 1}"#, #"{"7":7}"#),
    ("$", "1", "7"), ("", "1", "7"), ("a", #"{"a": 1}"#, #"{"a":7}"#), ("$", "[1]", "[1]"),
    ("$.a", "{}", "{}"), ("$.a.b", #"{"a": 1}"#, #"{"a":1}"#),
    ("$.a[5]", #"{"a": [1]}"#, #"{"a":[1]}"#),
    ("$.a", #"{"a": {"b": 1}}"#, #"{"a":{"b":1}}"#),
    ("$.a", #"{"a": 1, "a": 2}"#, #"{"a":7,"a":7}"#),
    (#"$.é"#, #"{"\u00e9": 1}"#, #"{"\u00e9":7}"#),
    (
      "$.z", #"{"n": 1.50, "m": 1E+2, "s": "\u0041\/", "z": 0, "e": {}}"#,
      #"{"n":1.50,"m":1E+2,"s":"\u0041\/","z":7,"e":{}}"#
    ),
  ])
  func `values are replaced by their path, all else keeps its text`(
    path: String, example: String, expected: String
  ) throws {
    #expect(try body(example, #"{"\#(path)": \#(Self.seven)}"#) == expected)
  }

  @Test(arguments: [
    (#"{"$.*": \#(seven), "$.a": \#(eight)}"#, #"{"a":8,"b":7}"#),
    (#"{"$.a": \#(eight), "$.*": \#(seven)}"#, #"{"a":8,"b":7}"#),
    (#"{"$.a": \#(eight), "a": \#(seven)}"#, #"{"a":8,"b":2}"#),
  ])
  func `the more exact path is stronger, then the first`(
    generators: String, expected: String
  ) throws {
    #expect(try body(#"{"a": 1, "b": 2}"#, generators) == expected)
  }

  @Test func `many elements are replaced in one walk`() throws {
    let rows = (0..<20_000).map { #"{"id": \#($0), "name": "n"}"# }.joined(separator: ",")
    let generated = try body(
      "[\(rows)]", #"{"$[*].id": \#(Self.seven), "$[5].id": \#(Self.eight)}"#)
    let document = try JSONValue(parsing: generated)
    #expect(document.count == 20_000)
    #expect(document.elements.enumerated().allSatisfy { $1["id"]?.integer == ($0 == 5 ? 8 : 7) })
  }

  @Test func `deep paths are followed to the end`() throws {
    let depth = 500
    let example =
      String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
    let path = "$" + String(repeating: ".a", count: depth)
    #expect(try body(example, #"{"\#(path)": \#(Self.seven)}"#).contains("7"))
  }

  private func generated(
    _ content: Body.Content, _ type: String?, _ generators: [(String, String)]
  ) throws -> Body {
    var context = try GeneratorTesting.context()
    let entries = try generators.map {
      GeneratorEntry(.body, $0, definition: try JSONValue(parsing: $1))
    }
    let request = HTTPRequest(body: Body(content, contentType: type), generators: entries)
    let plan = try GeneratorPlan(entries, rules: [], mode: .consumer)
    return try plan.generate(request, &context).body
  }

  @Test(arguments: [
    ("$.b", "a=1&b=2&c=3", "a=1&b=7&c=3"), ("$['b']", "b=1&a=x&b=2", "b=7&a=x&b=7"),
    ("$.b[1]", "b=1&a=x&b=2", "b=1&a=x&b=7"), ("$['b'][0]", "b=1&b=2", "b=7&b=2"),
    ("$.b[2]", "b=1&b=2", "b=1&b=2"), ("$.d", "a=1", "a=1"), ("$", "a=1", "a=1"),
    ("$.*", "a=1&b=2", "a=7&b=7"), ("$['a b']", "a+b=1&c=%20%7e&&d", "a+b=7&c=%20%7e&&d"),
    ("$['x[]']", "x[]=1&x%5B%5D=2", "x[]=7&x%5B%5D=7"), ("$.d", "d", "d=7"),
    ("$.a.b", "a=1", "a=1"),
  ])
  func `fields of forms are replaced in their order`(
    path: String, form: String, expected: String
  ) throws {
    let body = try generated(
      .text(form), "application/x-www-form-urlencoded", [(path, Self.seven)])
    #expect(body.content == .text(expected))
  }

  @Test func `values of forms are escaped`() throws {
    let body = try generated(
      .binary(Array("a=1".utf8)), "application/x-www-form-urlencoded",
      [("$.a", #"{"type": "Regex", "regex": "a&b=c d"}"#)])
    #expect(body.content == .text("a=a%26b%3Dc%20d"))
  }

  private static let wholes: [(Body.Content, String?, Body.Content)] = [
    (.text("x"), "text/plain", .text("7")), (.text("x"), nil, .text("7")),
    (.binary([1, 2]), "image/png", .binary([0x37])), (.binary([1, 2]), nil, .binary([0x37])),
    (.text("<b/>"), "application/xml", .text("<b/>")), (.empty, "text/plain", .empty),
    (.text("--b--"), "multipart/mixed; boundary=b", .text("--b--")), (.null, nil, .null),
    (.missing, "text/plain", .missing),
  ]

  @Test(arguments: wholes)
  func `texts and bytes are replaced as a whole`(
    content: Body.Content, type: String?, expected: Body.Content
  ) throws {
    let body = try generated(content, type, [("$", Self.seven), ("$.a", Self.eight)])
    #expect(body == Body(expected, contentType: type))
  }

  @Test func `values that are too much are refused`() throws {
    let rows = [String](repeating: #""x""#, count: 150).joined(separator: ",")
    let text = String(repeating: "x", count: 1_000_000)
    let context = try GeneratorTesting.context(.provider, state: #"{"large": "\#(text)"}"#)
    let error = #expect(throws: GenerationError.self) {
      try GeneratorTesting.body(
        "[\(rows)]", #"{"$[*]": {"type": "ProviderState", "expression": "large"}}"#, context)
    }
    #expect(error?.message.contains("larger than") == true)
  }
}
