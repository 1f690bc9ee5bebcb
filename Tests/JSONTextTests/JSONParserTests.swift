import Foundation
import JSONText
import TestSupport
import Testing

@Suite struct JSONParserTests {
  @Test func `keeps the order of members, the text of numbers and positions`() throws {
    let root = try JSONValue(parsing: "{\"b\": 1.0,\n  \"a\": [1e2, -0],\n\"é\": {\"x\": null}}")
    #expect(root.members.map(\.name) == ["b", "a", "é"])
    #expect(root["b"]?.text == "1.0")
    #expect(root["a"]?.elements.map(\.text) == ["1e2", "-0"])
    #expect(root["a"]?.position == JSONPosition(line: 2, column: 8))
    #expect(root["é"]?["x"]?.position == JSONPosition(line: 3, column: 12))
    #expect(root["é"]?["x"]?.isNull == true)
  }

  @Test(arguments: [
    (#""\u0041\n\"\\\/""#, "A\n\"\\/"),
    (#""\ud834\udd1e""#, "\u{1D11E}"),
    (#""\ud834x""#, "\u{FFFD}x"),
    (#""\udd1e\ud834""#, "\u{FFFD}\u{FFFD}"),
    (#""äöü€𝄞 longer than eight bytes""#, "äöü€𝄞 longer than eight bytes"),
  ])
  func `decodes strings`(text: String, expected: String) throws {
    #expect(try JSONValue(parsing: text).string == expected)
  }

  @Test(arguments: [
    ("", "1:1: unexpected end of the text, expected a value"),
    ("{\"a\": }", "1:7: unexpected '}', expected a value"),
    ("{\n  \"a\" 1}", "2:7: unexpected '1', expected ':'"),
    ("[1,\n 2", "1:1: the array that starts here is not closed"),
    ("{\"a\": \"b", "1:7: the string that starts here has no closing '\"'"),
    ("[1,]", "1:4: unexpected ']', expected a value"),
    ("nul", "1:1: unexpected 'n', expected 'null'"),
    ("1 2", "1:3: unexpected '2', expected the end of the text"),
    ("[01]", "1:2: a number does not start with 0"),
    ("\"a\tb\"", "1:3: control character 0x9 in a string, expected an escape"),
  ])
  func `says what is wrong and where`(text: String, expected: String) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: text) }
    #expect(error?.description == expected)
  }

  @Test func `refuses what is nested too deep without crashing`() {
    let text = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: text) }
    #expect(error?.description == "1:513: nested deeper than 512 levels")
  }

  @Test func `reports duplicate keys, also when they are escaped or many`() throws {
    let small = try JSONValue(parsing: #"{"a": 1, "b": 2, "\u0061": 3}"#)
    #expect(small.document.duplicateKeys.map(\.position.column) == [18])
    #expect(small["a"]?.text == "3")
    let many = (0..<100).map { "\"key\($0)\": \($0)" } + [#""key7": 0"#, #""key42": 0"#]
    let large = try JSONValue(parsing: "{" + many.joined(separator: ",") + "}")
    #expect(large.document.duplicateKeys.map(\.string) == ["key7", "key42"])
  }

  @Test func `skips a byte order mark`() throws {
    let document = try JSONDocument(parsing: [0xEF, 0xBB, 0xBF] + Array(#"{"a": 1}"#.utf8))
    #expect(document.root["a"]?.integer == 1)
  }

  @Test(arguments: [
    ([UInt8](arrayLiteral: 0x22, 0xC3, 0x22), "1:2"),
    ([0x22, 0xE0, 0x80, 0x80, 0x22], "1:2"),
    ([0x22, 0xED, 0xA0, 0x80, 0x22], "1:2"),
    ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], "1:2"),
    ([0x22, 0x80, 0x22], "1:2"),
  ])
  func `refuses bytes that are not UTF-8`(bytes: [UInt8], position: String) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: bytes) }
    #expect(error?.position.description == position)
  }

  @Test(arguments: [
    ("1", "1", true), ("1", "1.0", false), ("19.9", "19.90", true), ("1e2", "100.0", true),
    ("-0", "0", true), ("0.0", "0e5", true), ("1", "-1", false), ("120", "12", false),
    (#""a""#, #""\u0061""#, true), ("[1, 2]", "[2, 1]", false),
    (#"{"a": 1, "b": 2}"#, #"{"b": 2, "a": 1}"#, true), (#"{"a": 1}"#, #"{"a": 1, "b": 1}"#, false),
    ("123456789012345678901234567890", "123456789012345678901234567891", false),
  ])
  func `compares by meaning`(left: String, right: String, equal: Bool) throws {
    let (left, right) = (try JSONValue(parsing: left), try JSONValue(parsing: right))
    #expect((left == right) == equal)
    if equal { #expect(left.hashValue == right.hashValue) }
  }

  @Test(.enabled(if: Conformance.isAvailable))
  func `agrees with JSONTestSuite`() throws {
    let files = Conformance.files(in: "json-parsing/test_parsing")
    #expect(files.count == 318)
    for file in files {
      let bytes = try Conformance.bytes(file)
      let name = file.lastPathComponent
      let parsed = (try? JSONDocument(parsing: bytes)) != nil
      if name.hasPrefix("y_") { #expect(parsed, "\(name)") }
      if name.hasPrefix("n_") { #expect(!parsed, "\(name)") }
    }
  }
}
