import ContractModel
import JSONText
import Testing

@testable import ContractMatching

@Suite struct XMLGenerationValueTests {
  @Test func `values are drawn in the order of the document`() throws {
    let document = "<a i='0'><b>1</b>2<c j='3'>4</c></a>"
    let generator = #"{"type": "RandomInt", "min": 0, "max": 999999}"#
    let paths = ["$.a.c", "$.a['@i']", "$.a.c['@j']", "$.a", "$.a.b"]
    let entries = try paths.map {
      GeneratorEntry(.body, $0, definition: try JSONValue(parsing: generator))
    }
    let plan = try GeneratorPlan(entries, rules: [], mode: .consumer)
    let request = HTTPRequest(body: Body(.text(document), contentType: "text/xml"))
    var (first, second) = (try GeneratorTesting.context(), try GeneratorTesting.context())
    let drawn = (0..<5).map { _ in first.number(in: 0...999_999) }
    #expect(
      try plan.generate(request, &second).body.content
        == .text(
          "<a i='\(drawn[0])'><b>\(drawn[1])</b>\(drawn[2])<c j='\(drawn[3])'>\(drawn[4])</c></a>"))
  }

  private static let state = #"{"type": "ProviderState", "expression": "${v}"}"#

  @Test(arguments: [
    (
      #"<&>\"']]>"#, #"&lt;&amp;&gt;"']]&gt;"#, "&lt;&amp;&gt;&quot;']]&gt;",
      #"&lt;&amp;&gt;"&apos;]]&gt;"#
    ),
    (#"\t\n\r "#, "\t\n&#13; ", "&#9;&#10;&#13; ", "&#9;&#10;&#13; "),
    ("é😀", "é😀", "é😀", "é😀"), ("", "", "", ""), (#"\uFFFD"#, "\u{FFFD}", "\u{FFFD}", "\u{FFFD}"),
  ])
  func `values are escaped and read back as they are`(
    json: String, text: String, double: String, single: String
  ) throws {
    let value = #"{"v": "\#(json)"}"#
    let result = try GeneratorTesting.xml(
      "<a b=\"1\" c='2'>x<d>3</d></a>",
      ["$.a['@b']": Self.state, "$.a['@c']": Self.state, "$.a.d": Self.state], state: value)
    #expect(result == "<a b=\"\(double)\" c='\(single)'>x<d>\(text)</d></a>")
    let tree = try XMLTree(parsing: result)
    let expected = try JSONValue(parsing: value)["v"]?.string
    #expect(tree.attributes.map { tree.string($0.value) } == [expected, expected])
  }

  @Test(arguments: [
    (#"\u0000"#, "0000"), (#"\b"#, "0008"), (#"x\u001f"#, "001F"), (#"\uFFFE"#, "FFFE"),
    (#"\uFFFF"#, "FFFF"),
  ])
  func `a value that XML cannot hold is an error`(json: String, code: String) throws {
    for path in ["$.a", "$.a['@b']", "$.a.c"] {
      let error = #expect(throws: GenerationError.self) {
        try GeneratorTesting.xml(
          "<a b=''>1<c/></a>", [path: Self.state], state: #"{"v": "\#(json)"}"#)
      }
      #expect(error?.message.contains("U+\(code)") == true)
      #expect(error?.definition != nil)
    }
  }

  @Test func `a document that becomes too large is an error`() throws {
    let definition = try JSONValue(parsing: #"{"type": "RandomString", "size": 4}"#)
    let entry = GeneratorEntry(.body, "$.a.b", definition: definition)
    let generators = try GeneratorPlan([entry], rules: [], mode: .consumer).body
    let document = Body.Content.text("<a><b/></a>")
    for (limit, isRefused) in [(18, false), (17, true)] {
      var context = try GeneratorTesting.context()
      let generation = try #require(XMLGeneration(document, generators, sizeLimit: limit))
      do throws(GenerationError) {
        _ = try generation.run(&context)
        #expect(!isRefused)
      } catch {
        #expect(isRefused && error.message.contains("larger than 17 bytes"))
        #expect(error.definition != nil)
      }
    }
  }
}
