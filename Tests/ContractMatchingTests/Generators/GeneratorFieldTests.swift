import ContractMatching
import ContractModel
import JSONText
import Testing

@Suite struct GeneratorFieldTests {
  private static let seven = #"{"type": "RandomInt", "min": 7, "max": 7}"#
  private static let eight = #"{"type": "RandomInt", "min": 8, "max": 8}"#

  private func request(_ parts: String) throws -> HTTPRequest {
    try GeneratorTesting.request("{\(parts)}")
  }

  private func query(_ query: String, _ generators: String) throws -> [Field]? {
    let request = try request(#""query": \#(query), "generators": {"query": \#(generators)}"#)
    return try GeneratorTesting.generate(request, try GeneratorTesting.context()).query
  }

  @Test(arguments: [
    (#"{"a": ["1"]}"#, "a", [Field("a", ["7"])]),
    (#"{"a": ["1", "2"], "b": ["3"]}"#, "a", [Field("a", ["7", "7"]), Field("b", ["3"])]),
    (#"{"a": ["1", "2"]}"#, "a[1]", [Field("a", ["1", "7"])]),
    (#"{"a": ["1", "2"]}"#, "$.a[0]", [Field("a", ["7", "2"])]),
    (#"{"a": ["1", "2"]}"#, "$['a'][*]", [Field("a", ["7", "7"])]),
    (#"{"a": ["1", "2"]}"#, "$.a", [Field("a", ["7", "7"])]),
    (#"{"a": ["1"], "a[0]": ["2"]}"#, "a[0]", [Field("a", ["1"]), Field("a[0]", ["7"])]),
    (#"{"a[]": ["1"]}"#, "a[]", [Field("a[]", ["7"])]),
    (#"{"$filter": ["1"]}"#, "$filter", [Field("$filter", ["7"])]),
    (#"{"A": ["1"]}"#, "a", [Field("A", ["1"]), Field("a", ["7"])]),
    (#"{"a": ["1"]}"#, "b", [Field("a", ["1"]), Field("b", ["7"])]),
    (#"{"a": ["1"]}"#, "b[0]", [Field("a", ["1"]), Field("b", ["7"])]),
    (#"{"a": ["1"]}"#, "b[1]", [Field("a", ["1"])]),
    (#"{"a": ["1"]}"#, "a[1]", [Field("a", ["1"])]),
    ("null", "a", [Field("a", ["7"])]),
  ])
  func `query parameters are found by name and index`(
    example: String, selector: String, expected: [Field]
  ) throws {
    #expect(try query(example, #"{"\#(selector)": \#(Self.seven)}"#) == expected)
  }

  @Test func `an index is stronger than a name`() throws {
    let generators = #"{"a": \#(Self.seven), "a[1]": \#(Self.eight)}"#
    #expect(try query(#"{"a": ["1", "2", "3"]}"#, generators) == [Field("a", ["7", "8", "7"])])
  }

  @Test func `each value is drawn anew`() throws {
    let fields = try query(#"{"a": ["1", "2", "3"]}"#, #"{"a": {"type": "Uuid"}}"#)
    #expect(Set(fields?.first?.values ?? []).count == 3)
  }

  @Test(arguments: [
    ("X-TEST", [Field("X-Test", ["7"]), Field("B", ["2"])]),
    ("x-test", [Field("X-Test", ["7"]), Field("B", ["2"])]),
    ("$.x-test[0]", [Field("X-Test", ["7"]), Field("B", ["2"])]),
    ("New", [Field("X-Test", ["1"]), Field("B", ["2"]), Field("New", ["7"])]),
  ])
  func `headers are found in any case`(selector: String, expected: [Field]) throws {
    let response = try GeneratorTesting.response(
      #"{"headers": {"X-Test": ["1"], "B": ["2"]}, "generators": {"header": {"\#(selector)":"#
        + #" \#(Self.seven)}}}"#)
    let generated = try GeneratorTesting.generate(response, try GeneratorTesting.context())
    #expect(generated.headers == expected)
  }

  @Test(arguments: [("A", "a\\nb"), ("A", "\\x00"), ("A B", "a")])
  func `what HTTP cannot carry is no header`(name: String, pattern: String) throws {
    let pattern = JSONValue.string(pattern).description
    let response = try GeneratorTesting.response(
      #"{"generators": {"header": {"\#(name)": {"type": "Regex", "regex": \#(pattern)}}}}"#)
    let error = #expect(throws: GenerationError.self) {
      try GeneratorTesting.generate(response, try GeneratorTesting.context())
    }
    #expect(error?.message == "the generated header '\(name)' cannot be sent over HTTP")
    #expect(error?.definition != nil)
  }

  @Test(arguments: [
    ("/a/b", "/a/b"), ("/a b?c#d", "/a%20b%3Fc%23d"), ("/é", "/%C3%A9"), ("/a%20b", "/a%20b"),
    ("/50%", "/50%25"), ("/%zz", "/%25zz"), ("/%4", "/%254"), ("/a:b@c,d;e=f", "/a:b@c,d;e=f"),
    ("/\\n", "/%0A"),
  ])
  func `a path keeps its escapes and gets those that it needs`(
    path: String, expected: String
  ) throws {
    let request = try request(
      #""generators": {"path": {"type": "ProviderState", "expression": "${p}"}}"#)
    let context = try GeneratorTesting.context(.provider, state: #"{"p": "\#(path)"}"#)
    #expect(try GeneratorTesting.generate(request, context).path == expected)
  }

  @Test(arguments: ["users", "", "//", "http://h/a"])
  func `a path starts with a slash`(path: String) throws {
    let request = try request(
      #""generators": {"path": {"type": "ProviderState", "expression": "${p}"}}"#)
    let context = try GeneratorTesting.context(.provider, state: #"{"p": "\#(path)"}"#)
    guard !path.hasPrefix("/") else {
      #expect(try GeneratorTesting.generate(request, context).path == path)
      return
    }
    let error = #expect(throws: GenerationError.self) {
      try GeneratorTesting.generate(request, context)
    }
    #expect(error?.message == "the generated path '\(path)' does not start with '/'")
  }

  @Test(arguments: [
    (#"{"type": "RandomInt", "min": 200, "max": 299}"#, 200...299),
    (#"{"type": "Regex", "regex": "4\\d\\d"}"#, 400...499),
  ])
  func `a status is a number`(generator: String, range: ClosedRange<Int>) throws {
    for seed in UInt64(0)..<50 {
      let response = try GeneratorTesting.response(#"{"generators": {"status": \#(generator)}}"#)
      let context = try GeneratorTesting.context(seed: seed)
      #expect(range.contains(try GeneratorTesting.generate(response, context).status))
    }
  }

  @Test(arguments: ["RandomBoolean", "RandomInt"])
  func `what is no status is refused`(type: String) throws {
    let response = try GeneratorTesting.response(
      #"{"generators": {"status": {"type": "\#(type)"}}}"#)
    let error = #expect(throws: GenerationError.self) {
      try GeneratorTesting.generate(response, try GeneratorTesting.context())
    }
    #expect(error?.message.hasSuffix("is no number of 100 to 599") == true)
  }

  @Test func `the method stays`() throws {
    let request = try request(#""method": "PUT", "generators": {"method": \#(Self.seven)}"#)
    #expect(try GeneratorTesting.generate(request, try GeneratorTesting.context()).method == "PUT")
  }
}
