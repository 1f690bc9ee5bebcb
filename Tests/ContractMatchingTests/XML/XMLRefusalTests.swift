import Testing

@testable import ContractMatching

@Suite struct XMLRefusalTests {
  /// Why a document is refused, as `line:column: message`.
  static func refusal(_ text: String) -> String? {
    #expect(throws: XMLError.self) { try XMLTree(parsing: text) }?.description
  }

  @Test(arguments: [
    "<!DOCTYPE a><a/>",
    "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
    "<!DOCTYPE a PUBLIC '-//x' 'http://127.0.0.1:1/a.dtd'><a/>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/x'> %x;]><a/>",
    """
    <!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
    <!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">]>
    <lolz>&lol3;</lolz>
    """,
  ])
  func `a document type declaration is refused before it is read`(text: String) {
    let refusal = Self.refusal(text)
    #expect(refusal?.hasSuffix(": document type declarations are not allowed") == true)
    #expect(refusal?.hasPrefix("1:") == true)
  }

  @Test func `its line is told`() {
    #expect(Self.refusal("<?xml version='1.0'?>\n\n<!DOCTYPE a><a/>")?.hasPrefix("3:") == true)
  }

  @Test(arguments: [
    ("<a>\n  <b></c>\n</a>", "Opening and ending tag mismatch: b line 2 and c", 2, 6...10),
    ("", "the document is empty", 1, 1...1),
    ("  ", "Start tag expected, '<' not found", 1, 3...3),
    ("{\"a\": 1}", "Start tag expected, '<' not found", 1, 1...1),
    ("<a>\n&x;</a>", "Entity 'x' not defined", 2, 1...4),
    ("<a b='1' b='2'/>", "Attribute b redefined", 1, 10...17),
    ("<a/>\n <b/>", "Extra content at the end of the document", 2, 2...2),
    ("<x:a/>", "Namespace prefix x on a is not defined", 1, 2...7),
    ("<a x:b='1'/>", "Namespace prefix x for b on a is not defined", 1, 4...13),
  ])
  func `says what is wrong and where`(
    text: String, message: String, line: Int, columns: ClosedRange<Int>
  ) {
    let error = #expect(throws: XMLError.self) { try XMLTree(parsing: text) }
    #expect(error?.message == message)
    #expect(error?.line == line)
    #expect(columns.contains(error?.column ?? 0))
    #expect(error?.description == "\(line):\(error?.column ?? 0): \(message)")
  }

  @Test(arguments: [
    "<a", "<a>", "<a b=c/>", "<a>\u{1}</a>", "<a>]]></a>", "<a b='<'/>", "<?xml?><a/>",
  ])
  func `what is not well-formed is refused`(text: String) {
    #expect(Self.refusal(text) != nil)
  }

  @Test(arguments: [
    [0x3C, 0x61, 0x3E, 0xFF, 0x3C, 0x2F, 0x61, 0x3E], [0xFF, 0xFE], [0], [0xEF, 0xBB],
  ])
  func `bytes that are no text are refused`(bytes: [UInt8]) {
    #expect(throws: XMLError.self) { try XMLTree(parsing: bytes) }
  }

  @Test func `namespaces need not be valid URIs`() throws {
    let tree = try XMLTree(parsing: "<x:a xmlns:x='not a URI'/>")
    #expect(tree.names.expanded(tree.elements[0].name) == "not a URI:a")
  }

  private static func nested(_ depth: Int) -> String {
    String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
  }

  @Test func `elements may be nested to a limit`() throws {
    #expect(try XMLTree(parsing: Self.nested(256)).elements.count == 256)
    for depth in [257, 100_000] {
      #expect(
        Self.refusal(Self.nested(depth))?.hasSuffix(": elements are nested deeper than 256") == true
      )
    }
  }

  private static func tag(_ count: Int, _ name: String) -> String {
    "<a " + (0..<count).map { "\(name)\($0)='x'" }.joined(separator: " ") + "/>"
  }

  @Test(arguments: [("a", "attributes"), ("xmlns:a", "namespaces")])
  func `a tag may have attributes and namespaces to a limit`(name: String, what: String) throws {
    #expect(try XMLTree(parsing: Self.tag(1_000, name)).elements.count == 1)
    #expect(Self.refusal(Self.tag(1_001, name))?.contains("more than 1000 \(what)") == true)
    // Far beyond the limit the parser stops within the tag.
    #expect(Self.refusal(Self.tag(300_000, name))?.contains("more than 1000 ") == true)
  }

  @Test func `namespaces count along the way from the root`() {
    let tag = Self.tag(400, "xmlns:a").dropLast(2) + ">"
    let text = "\(tag)\(tag)\(tag)</a></a></a>"
    #expect(Self.refusal(text)?.contains("more than 1000 namespaces") == true)
  }

  @Test func `documents may be large to a limit`() throws {
    let elements = "<a>" + String(repeating: "<b c=''/>", count: 500_000) + "</a>"
    #expect(
      Self.refusal(elements)?.contains("more than 1000000 elements and attributes") == true)
    let bytes = [UInt8](repeating: UInt8(ascii: " "), count: (64 << 20) + 1)
    let error = #expect(throws: XMLError.self) { try XMLTree(parsing: bytes) }
    #expect(error?.message == "the document is larger than 64 MB")
    let long = String(repeating: "0123456789", count: 1_100_000)
    #expect(try XMLTree(parsing: "<a>\(long)</a>").elements[0].text.count == 11_000_000)
  }
}
