import JSONText
import Testing

@Suite struct JSONLineIndexTests {
  @Test(arguments: ["\n", " ", "\n  \"é\", ", "\"0123456789\",\n"])
  func `finds the same positions as a walk from the start`(separator: String) throws {
    let filler = separator.contains("\"") ? separator : "1,\(separator)"
    let text = "[" + String(repeating: filler, count: 3_000) + "2]"
    let document = try JSONDocument(parsing: Array(text.utf8))
    let index = JSONLineIndex(document)
    for (number, element) in document.root.elements.enumerated() where number % 97 == 0 {
      let position = JSONPosition(offset: element.byteRange.lowerBound, in: document.bytes)
      #expect(index.position(of: element) == position)
      #expect(element.position == position)
    }
  }

  @Test func `a detached value keeps its place in the larger text`() throws {
    let root = try JSONValue(parsing: "{\"a\":\n [1, {\"b\":\n  2}]}")
    let array = try #require(root["a"])
    let alone = array.detached()
    let last = try #require(alone.elements.map { $0 }.last)
    #expect(last.position == JSONPosition(line: 2, column: 6))
    #expect(last["b"]?.position == JSONPosition(line: 3, column: 3))
    #expect(JSONLineIndex(alone.document).position(of: last) == last.position)
    #expect(alone == array)
  }

  @Test func `what lies deep can be left for later`() throws {
    let text = #"{"a": [{"b": [1, {"c": 2}], "b": 3}, 4, []], "d": {"e": "f"}}"#
    let whole = try JSONValue(parsing: text)
    let document = try JSONDocument(parsing: Array(text.utf8), opaqueDepth: 3)
    let elements = try #require(document.root["a"]).elements.map { $0 }
    #expect(elements.count == 3)
    #expect(elements[0].isEmpty)
    #expect(elements[0].detached() == whole["a"]?.elements.first)
    #expect(elements[0].detached().document.duplicateKeys.count == 1)
    #expect(elements[1].integer == 4)
    #expect(document.root["d"]?["e"]?.string == "f")
    #expect(document.duplicateKeys.isEmpty)
    #expect(throws: JSONSyntaxError.self) {
      try JSONDocument(parsing: Array(#"{"a": [{"b": [1,}]}"#.utf8), opaqueDepth: 3)
    }
  }
}
