import Testing

@testable import ContractReports

@Suite struct XMLDiffTests {
  @Test func `compares element by element`() {
    let expected = """
      <?xml version="1.0"?><order id="42" status='paid'><line sku="A-1">2</line>
      <line sku="B-2"/><note>Hello <b>you</b></note></order>
      """
    let actual = """
      <?xml version="1.0"?>
      <order status="paid" id="42"> <line sku="A-1"> 3 </line> <line sku="B-2"></line>
      <line sku="C"/><note>Hello <b>me</b></note></order>
      """
    #expect(
      DiffText.lines(expected, actual) == [
        #"  <?xml version="1.0"?>"#, #"  <order id="42" status="paid">"#,
        #"-   <line sku="A-1">2</line>"#, #"+   <line sku="A-1">3</line>"#,
        #"    <line sku="B-2"/>"#, #"+   <line sku="C"/>"#, "    <note>", "      Hello",
        "-     <b>you</b>", "+     <b>me</b>", "    </note>", "  </order>",
      ])
  }

  @Test(arguments: [
    ("<a>\n  <b/>\n</a>", ["<a>", "  <b/>", "</a>"]),
    (
      "<a z='say \"hi\"' b = \"1 > 0\" c=d e />",
      [#"<a b="1 > 0" c="d" e z="say &quot;hi&quot;"/>"#]
    ),
    ("<a><!-- <b> --><?go on?></a>", ["<a>", "  <!-- <b> -->", "  <?go on?>", "</a>"]),
    ("<a><![CDATA[ <b> ]]></a>", ["<a><![CDATA[ <b> ]]></a>"]),
    ("<a>one\n\n  two</a>", ["<a>", "  one", "  two", "</a>"]),
    (
      "<p>1 < 2<br>and</p></div>tail",
      ["<p>", "  1 < 2", "  <br>", "    and", "</p>", "</div>", "tail"]
    ),
    ("<a><b c='", ["<a>", "  <b"]), ("<a>text", ["<a>", "  text"]), ("<", ["<"]), ("</a", ["</a"]),
    (
      "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
      ["<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "<a>&x;</a>"]
    ),
    ("<!DOCTYPE html><html/>", ["<!DOCTYPE html>", "<html/>"]), ("<a></ a >", ["<a/>"]),
    ("<a = b/>", ["<a = b/>"]),
  ])
  func `lays out what is there`(text: String, lines: [String]) {
    #expect(XMLLayout.layout(of: CutText(text)).lines == lines)
  }

  @Test func `short single elements are told by the message`() {
    #expect(DiffText.lines("<a>1</a>", "<a>2</a>") == [])
  }

  @Test func `lays out any depth`() {
    let deep = String(repeating: "<a>", count: 50_000)
    let layout = XMLLayout.layout(of: CutText(deep))
    #expect(layout.lines.count == 50_000)
    #expect(layout.lines.allSatisfy { $0.utf8.count < 100 })
    #expect(
      XMLLayout.layout(of: CutText(deep + String(repeating: "</b>", count: 50_000))).lines.count
        == 100_000)
  }
}
