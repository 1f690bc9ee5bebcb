import ContractModel
import Testing

@testable import ContractMatching

@Suite struct XMLMatchingTests {
  @Test(arguments: [
    ("<a b='1' c='2'/>", "<a c='2' b='1'></a>"),
    ("<a><b>x</b><c/></a>", "<a>\n  <c></c>\n  <b> x </b>\n</a>"),
    ("<a><b>1</b><c/><b>2</b></a>", "<a><c/><b>1</b><b>2</b></a>"),
    ("<a>x &lt; y</a>", "<a><![CDATA[x < y]]></a>"),
    ("<a>one two</a>", "<a><!-- x -->one<?p i?> two</a>"),
    ("<a>A&amp;B</a>", "<a>&#65;&amp;&#x42;</a>"),
    ("<b:a xmlns:b='urn:n'><b:c/></b:a>", "<a xmlns='urn:n'><x:c xmlns:x='urn:n'/></a>"),
    ("<a xmlns:b='urn:n' b:c='1'/>", "<a xmlns:d='urn:n' d:c='1'/>"),
    ("<a xmlns='urn:n' c='1'/>", "<d:a xmlns:d='urn:n' c='1'/>"),
    ("<a xmlns:unused='urn:n'/>", "<a/>"),
    ("<a>hello<b/>world</a>", "<a>hello<b/>world</a>"),
  ])
  func `what means the same is equal`(expected: String, actual: String) throws {
    #expect(try XMLCase(expected).differences(actual, isRequest: true) == [])
    #expect(try XMLCase(actual).differences(expected, isRequest: true) == [])
  }

  @Test(arguments: [
    ("<a/>", "<b/>", "$.a: Expected 'a' to be equal to 'b'"),
    (
      "<a xmlns='urn:n'/>", "<a/>",
      "$['urn:n:a']: Expected 'urn:n:a' to be equal to 'a'"
    ),
    ("<a>x</a>", "<a>y</a>", "$.a['#text']: Expected 'y' (String) to be equal to 'x' (String)"),
    ("<a/>", "<a>y</a>", "$.a['#text']: Expected 'y' (String) to be equal to '' (String)"),
    (
      "<a b='x'/>", "<a b='y'/>",
      "$.a['@b']: Expected 'y' (String) to be equal to 'x' (String)"
    ),
    ("<a b='x'/>", "<a/>", "$.a['@b']: Expected attribute 'b'='x' but was missing"),
    (
      "<a xmlns:n='urn:n' n:b='x'/>", "<a b='x'/>",
      "$.a['@urn:n:b']: Expected attribute 'urn:n:b'='x' but was missing"
    ),
    ("<a><two/></a>", "<a/>", "$.a.two: Expected child <two/> but was missing"),
    ("<a><b/><b/></a>", "<a><b/></a>", "$.a.b[1]: Expected child <b/> but was missing"),
    (
      "<a><b>1</b><b>2</b></a>", "<a><b>1</b><b>3</b></a>",
      "$.a.b[1]['#text']: Expected '3' (String) to be equal to '2' (String)"
    ),
    (
      "<a><b>é</b></a>", "<a><b>e\u{301}</b></a>",
      "$.a.b['#text']: Expected 'e\u{301}' (String) to be equal to 'é' (String)"
    ),
  ])
  func `says what differs and where`(expected: String, actual: String, difference: String) throws {
    #expect(try XMLCase(expected).differences(actual) == [difference])
  }

  @Test(arguments: [
    ("<a/>", "<a b='x'/>", "$.a['@b']: Unexpected attribute 'b'='x'"),
    ("<a b='1'/>", "<a b='1' c='2'/>", "$.a['@c']: Unexpected attribute 'c'='2'"),
    ("<a/>", "<a><x/></a>", "$.a.x: Unexpected child <x/>"),
    ("<a><b/></a>", "<a><b/><b/></a>", "$.a.b[1]: Unexpected child <b/>"),
    (
      "<a><b/></a>", "<a><b/><n:b xmlns:n='urn:n'/></a>",
      "$.a['urn:n:b']: Unexpected child <urn:n:b/>"
    ),
  ])
  func `requests refuse what the contract does not name, responses do not`(
    expected: String, actual: String, difference: String
  ) throws {
    let test = try XMLCase(expected)
    #expect(try test.differences(actual, isRequest: true) == [difference])
    #expect(try test.differences(actual) == [])
  }

  @Test func `differences come in the order of the expected document`() throws {
    let expected = """
      <r a='1' b='2'>text<x><y>1</y></x><z/><x c='3'/></r>
      """
    let actual = """
      <r u='0' b='9'><n/>other<x d='4'/><x><y>2</y><y/></x></r>
      """
    #expect(
      try XMLCase(expected).differences(actual, isRequest: true) == [
        "$.r['@a']: Expected attribute 'a'='1' but was missing",
        "$.r['@b']: Expected '9' (String) to be equal to '2' (String)",
        "$.r['#text']: Expected 'other' (String) to be equal to 'text' (String)",
        "$.r.x[0].y: Expected child <y/> but was missing",
        "$.r.x[0]['@d']: Unexpected attribute 'd'='4'",
        "$.r.z: Expected child <z/> but was missing",
        "$.r.x[1]['@c']: Expected attribute 'c'='3' but was missing",
        "$.r.x[1].y[0]: Unexpected child <y/>",
        "$.r.x[1].y[1]: Unexpected child <y/>",
        "$.r['@u']: Unexpected attribute 'u'='0'",
        "$.r.n: Unexpected child <n/>",
      ])
  }

  @Test func `mismatches carry values, and elements as XML`() throws {
    let mismatches = try XMLCase("<a b='1'><c d='2'>x</c></a>").mismatches(
      "<a b='3'><e>y</e></a>", isRequest: true)
    #expect(mismatches.map(\.expected) == ["1", "<c d=\"2\">x</c>", ""])
    #expect(mismatches.map(\.actual) == ["3", "", "<e>y</e>"])
    #expect(mismatches.allSatisfy { $0.kind == .body && $0.rule == nil })
    let long = String(repeating: "x", count: 10_000)
    let cut = try XMLCase("<a><b>\(long)</b></a>").mismatches("<a/>").map(\.expected)
    #expect(cut.map { $0.utf8.count < 4_200 && $0.hasSuffix("(5911 bytes more)") } == [true])
  }

  @Test func `many names in another order, and many of one name, are found`() throws {
    let names = (0..<20_000).map { "<n\($0)/>" }
    let expected = try XMLCase("<a>" + names.joined() + "</a>")
    #expect(
      try expected.differences("<a>" + names.reversed().joined() + "</a>", isRequest: true) == [])
    let same = "<a>" + String(repeating: "<b/>", count: 20_000) + "</a>"
    #expect(try XMLCase(same).differences(same, isRequest: true) == [])
  }

  @Test func `the deepest document that may be read is compared`() throws {
    let deep = String(repeating: "<a>", count: 256) + "x" + String(repeating: "</a>", count: 256)
    let differences = try XMLCase(deep, rules: ["$.*": #"{"match": "equality"}"#])
      .differences(deep.replacing("x", with: "y"))
    #expect(differences.count == 1)
    #expect(differences.first?.hasPrefix("$.a.a.a") == true)
  }
}
