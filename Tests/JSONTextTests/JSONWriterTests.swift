import JSONText
import Testing

@Suite struct JSONWriterTests {
  static let pretty = """
    {
      "id": 1.50,
      "tags": [
        "a",
        "\\u0062"
      ],
      "none": [],
      "nothing": {}
    }
    """

  @Test func `lays a parsed value out anew and keeps its texts`() throws {
    let value = try JSONValue(
      parsing: #"{"id":1.50,"tags":["a","\u0062"],"none":[],"nothing":{}}"#)
    var writer = JSONWriter()
    writer.value(value)
    #expect(writer.text == Self.pretty)
    #expect(value.description == #"{"id":1.50,"tags":["a","\u0062"],"none":[],"nothing":{}}"#)
  }

  @Test func `escapes strings`() throws {
    let text = "quote \" backslash \\ line \n bell \u{07} é 𝄞"
    #expect(JSONValue.string(text).string == text)
  }

  @Test func `separates members and elements`() {
    var writer = JSONWriter(style: .compact)
    writer.object { writer in
      writer.member("a", 1)
      writer.key("b")
      writer.array { writer in
        writer.boolean(true)
        writer.null()
      }
      writer.member("c", "d")
    }
    #expect(writer.text == #"{"a":1,"b":[true,null],"c":"d"}"#)
  }
}
