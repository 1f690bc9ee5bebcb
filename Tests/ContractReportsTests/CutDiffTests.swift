import Testing

@testable import ContractReports

/// Diffs of values of which only the start is known.
@Suite struct CutDiffTests {
  static let json = #"""
    {"id":-4.5e1,"no\u006de":"Z\u006fë \"x\" \ud83d\ude00","none":{},
    "list":[1,[],[true,false],null],"last":{"a":"b"}}
    """#
  static let xml = """
    <?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a z='1' b="2"><b>One &amp; two</b> <c/>
    <d></d><!-- a <note> --><e>mixed 1 < 2 <f>text</f> end</e><![CDATA[<x>]]></a>
    """
  static let text = "one\n  two\n\n}\nthree four\n"

  @Test(arguments: [json, xml, text])
  func `a cut is no difference`(whole: String) {
    let lengths = Array(1..<whole.utf8.count)
    for length in lengths {
      let start = DiffText.cut(whole, length)
      #expect(DiffText.lines(whole, start) == [], "after \(length) bytes")
      #expect(DiffText.lines(start, whole) == [], "after \(length) bytes")
      let other = DiffText.cut(whole, (length * 7) % (whole.utf8.count - 1) + 1)
      #expect(DiffText.lines(start, other) == [], "\(length) bytes and others")
    }
  }

  @Test func `shows what differs before the cut, and that there is more`() {
    let expected = #"{"a":1,"b":2,"c":[3,4,5],"d":6}"#
    let actual = #"{"a":1,"b":9,"c":[3,4,5],"d":6}"#
    let lines = [
      "  {", #"    "a": 1,"#, #"-   "b": 2,"#, #"+   "b": 9,"#, #"    "c": ["#, "      3,", "  …",
    ]
    #expect(DiffText.lines(DiffText.cut(expected, 24), actual) == lines)
    #expect(DiffText.lines(expected, DiffText.cut(actual, 24)) == lines)
    #expect(DiffText.lines(DiffText.cut(expected, 24), DiffText.cut(actual, 27)) == lines)
  }

  @Test func `shows what is missing when the rest is known`() {
    let expected = DiffText.cut(#"{"a":1,"b":2,"c":"three"}"#, 20)
    #expect(
      DiffText.lines(expected, #"{"a":1}"#) == [
        "  {", #"    "a": 1,"#, #"-   "b": 2,"#, #"-   "c": "th…"#,
      ])
  }

  @Test func `shows a difference at the cut itself`() {
    #expect(
      DiffText.lines(DiffText.cut(#"{"name":"Ada Lovelace"}"#, 14), #"{"name":"Grace"}"#) == [
        "  {", #"-   "name": "Ada L…"#, #"+   "name": "Grace""#, "  …",
      ])
  }

  @Test func `leaves long scalars to the message`() {
    let text = #"""# + String(repeating: "abc ", count: 50)
    #expect(DiffText.lines(DiffText.cut(text + "d", 199), text + "\"") == [])
    #expect(DiffText.lines(DiffText.cut(text + "d", 199), DiffText.cut(text + "ef", 201)) == [])
  }

  @Test(arguments: [
    ("a", "a", false), ("a… (12 bytes more)", "a", true), ("… (0 bytes more)", "", true),
    ("a\u{FFFD}… (1 bytes more)", "a", true), ("a… ( bytes more)", "a… ( bytes more)", false),
    ("12 bytes more)", "12 bytes more)", false), ("", "", false),
  ])
  func `knows a text that was cut`(value: String, text: String, isCut: Bool) {
    let cut = CutText(value)
    #expect(cut.text == text)
    #expect(cut.isCut == isCut)
  }
}
