import ContractModel
import JSONText
import Testing

@testable import ContractMatching

@Suite struct XMLGenerationTests {
  @Test(arguments: [
    ("$.a", "<a>1</a>", "<a>7</a>"), ("$.a['#text']", "<a>1</a>", "<a>7</a>"),
    ("$.a.#text", "<a>1</a>", "<a>7</a>"), ("$['a']['b']", "<a><b>1</b></a>", "<a><b>7</b></a>"),
    ("a.b", "<a><b>1</b></a>", "<a><b>7</b></a>"),
    ("$.a.b", "<a><b>&lt;</b></a>", "<a><b>7</b></a>"),
    ("$.a", "<a>1<b>2</b></a>", "<a>7<b>2</b></a>"), ("$[0]", "<a>1</a>", "<a>7</a>"),
    ("$[*].b", "<a><b>1</b></a>", "<a><b>7</b></a>"), ("$.*", "<a>1</a>", "<a>7</a>"),
    ("$['0'].b['0']", "<a><b>1</b></a>", "<a><b>7</b></a>"),
    ("$.a-b", "<a-b>1</a-b>", "<a-b>7</a-b>"),
    ("$.é", "<é>ü</é>", "<é>7</é>"),
  ])
  func `a path to an element or its text replaces the text`(
    path: String, document: String, expected: String
  ) throws {
    #expect(try GeneratorTesting.xml(document, [path: GeneratorTesting.seven]) == expected)
  }

  @Test(arguments: [
    ("$.a['@b']", "<a b=\"1\" c='2'/>", "<a b=\"7\" c='2'/>"),
    ("$.a['@c']", "<a b=\"1\" c='2'/>", "<a b=\"1\" c='7'/>"),
    ("$.a.@b", "<a b=''>x</a>", "<a b='7'>x</a>"),
    ("$.a['@b']", "<a\n\tb  =\n '>' />", "<a\n\tb  =\n '7' />"),
    ("$.a.b[1]['@c']", "<a><b c='1'/><b c=\"2\"/></a>", "<a><b c='1'/><b c=\"7\"/></a>"),
    ("$.a['@xml:lang']", "<a xml:lang='en'/>", "<a xml:lang='7'/>"),
  ])
  func `attributes keep their quotes`(path: String, document: String, expected: String) throws {
    #expect(try GeneratorTesting.xml(document, [path: GeneratorTesting.seven]) == expected)
  }

  @Test(arguments: [
    ("<a>\n  1\t</a>", "<a>\n  7\t</a>"), ("<a>1<![CDATA[2]]>3</a>", "<a>7</a>"),
    ("<a> <![CDATA[2]]> </a>", "<a> 7 </a>"), ("<a><![CDATA[<b>]]></a>", "<a>7</a>"),
    ("<a><![CDATA[ ]]>2</a>", "<a><![CDATA[ ]]>7</a>"), ("<a>1 2&#32;&amp;</a>", "<a>7</a>"),
    ("<a>1<!-- > -->2<?p ?>3</a>", "<a>7<!-- > --><?p ?></a>"),
    ("<a>\n 1\n <b/>\n 2\n <b/>\n</a>", "<a>\n 7\n <b/>\n \n <b/>\n</a>"),
    ("<a><b>1</b>2<c/>3</a>", "<a><b>1</b>7<c/></a>"),
    ("<a><b>]]&gt;</b>2</a>", "<a><b>]]&gt;</b>7</a>"),
  ])
  func `text is replaced as a whole, the white space around it stays`(
    document: String, expected: String
  ) throws {
    #expect(try GeneratorTesting.xml(document, ["$.a": GeneratorTesting.seven]) == expected)
    #expect(try XMLTree(parsing: expected).text(of: 0).hasPrefix("<a>7"))
  }

  @Test(arguments: [
    ("$.a", "<a/>", "<a>7</a>"), ("$.a", "<a></a>", "<a>7</a>"), ("$.a", "<a  />", "<a  >7</a>"),
    ("$.a", "<a> \n</a>", "<a>7 \n</a>"), ("$.a", "<a b='/>'/>", "<a b='/>'>7</a>"),
    ("$.a", "<a b='/>' ></a >", "<a b='/>' >7</a >"),
    ("$.a.b", "<a><b/><c/></a>", "<a><b>7</b><c/></a>"),
    ("$.n:a.b", "<n:a xmlns:n='u'><b/></n:a>", "<n:a xmlns:n='u'><b>7</b></n:a>"),
    ("$.n:a", "<n:a xmlns:n='u'/>", "<n:a xmlns:n='u'>7</n:a>"),
    ("$.a['#text']", "<a> <b/></a>", "<a>7 <b/></a>"),
  ])
  func `elements without text get one`(path: String, document: String, expected: String) throws {
    #expect(try GeneratorTesting.xml(document, [path: GeneratorTesting.seven]) == expected)
  }

  private static let full = """
    \u{FEFF}<?xml version='1.0'  encoding="UTF-8" standalone='yes'?>\r
    <!-- <order> -->
    <?style  href="<x/>"?>
    <o:order  xmlns:o = 'urn:o'\txmlns="urn:d" b="&quot;" a='1' >
      <!-- a comment --><item\t sku = '&#65;'  ><![CDATA[ <item> & ]]></item >
      <item sku="2">&#x42;&amp;&lt;ü😀</item><empty  /><empty></empty>
      <id>OLD</id>
    </o:order >
    <!-- end --><?end?>

    """

  @Test func `all else keeps its bytes`() throws {
    let result = try GeneratorTesting.xml(Self.full, ["$.o:order.id": GeneratorTesting.seven])
    #expect(Array(result.utf8) == Array(Self.full.replacing("OLD", with: "7").utf8))
  }

  @Test func `bytes of an XML type stay bytes`() throws {
    let (content, unused) = try GeneratorTesting.xml(
      .binary(Array(Self.full.utf8)), type: "application/soap+xml",
      ["$.o:order.id": GeneratorTesting.seven])
    #expect(content == .binary(Array(Self.full.replacing("OLD", with: "7").utf8)))
    #expect(unused == [])
  }

  private static let unreadable: [Body.Content] = [
    .binary([0x3C, 0x61, 0x3E, 0xFF, 0x3C, 0x2F, 0x61, 0x3E]), .text("<a>"), .text("x"),
    .text("<!DOCTYPE a><a>1</a>"), .text("<a>1</a><a/>"), .text("<a>&x;</a>"), .binary([]),
    .text("<n:a>1</n:a>"), .text(String(repeating: "<a>", count: 300)),
  ]

  @Test(arguments: unreadable)
  func `what is no XML stays as it is`(content: Body.Content) throws {
    let result = try GeneratorTesting.xml(
      content, ["$.a": GeneratorTesting.seven, "$": GeneratorTesting.eight])
    #expect(result.content == content)
    #expect(result.unused == ["$.a", "$"])
  }

  @Test func `a text without a type is XML when it says so`() throws {
    let declared = try GeneratorTesting.xml(
      .text("<?xml version='1.0'?><a/>"), type: nil, ["$.a": GeneratorTesting.seven])
    #expect(declared.content == .text("<?xml version='1.0'?><a>7</a>"))
    let plain = try GeneratorTesting.xml(.text("<a/>"), type: nil, ["$.a": GeneratorTesting.seven])
    #expect(plain.content == .text("<a/>"))
  }

  @Test func `a response with generated values matches the rules`() throws {
    let response = try GeneratorTesting.response(
      #"""
      {"body": {"contentType": "application/xml",
         "content": "<o:r xmlns:o='u'><i id='1'>a</i><i id='2'>b</i><t>12:00:00</t></o:r>"},
       "generators": {"body": {"$.o:r.i['@id']": {"type": "RandomInt"},
         "$.o:r.i": {"type": "RandomString"}, "$['u:r'].t": {"type": "Time"}}},
       "matchingRules": {"body": {"$.o:r.i['@id']": {"matchers": [{"match": "integer"}]},
         "$.o:r.i": {"matchers": [{"match": "type"}]}, "$.o:r.t": {"matchers": [{"match": "time"}]}}}}
      """#)
    let generated = try GeneratorTesting.generate(response, try GeneratorTesting.context())
    #expect(generated.body != response.body)
    let (old, new) = (response.body.bytes ?? [], generated.body.bytes ?? [])
    for (example, came) in [(response, new), (generated, new), (generated, old)] {
      let matcher = try ResponseMatcher(example)
      #expect(matcher.mismatches(ActualResponse(status: 200, body: came)) == [])
    }
  }
}
