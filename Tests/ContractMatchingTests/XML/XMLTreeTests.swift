import Testing

@testable import ContractMatching

@Suite struct XMLTreeTests {
  @Test func `keeps elements, attributes and text, and drops the rest`() throws {
    let tree = try XMLTree(
      parsing: """
        <?xml version="1.0"?>
        <!-- before -->
        <o:orders xmlns:o="urn:o" xmlns="urn:d" count="2" o:open="yes">
          one <!-- not here --> two<?nor this?>
          <item>a</item>
          <![CDATA[ <three> ]]>
        </o:orders>
        """)
    #expect(tree.elements.count == 2)
    let (root, item) = (tree.elements[0], tree.elements[1])
    #expect(tree.names.expanded(root.name) == "urn:o:orders")
    #expect(tree.written(root.name, prefix: root.prefix) == "o:orders")
    #expect(tree.names.expanded(item.name) == "urn:d:item")
    #expect(tree.written(item.name, prefix: item.prefix) == "item")
    #expect(tree.attributes.map { tree.names.expanded($0.name) } == ["count", "urn:o:open"])
    #expect(tree.attributes.map { tree.string($0.value) } == ["2", "yes"])
    #expect(tree.string(root.text) == "one  two\n  \n   <three>")
    #expect(tree.string(item.text) == "a")
    #expect([root.line, item.line] == [3, 5])
    #expect(tree.children(of: 0).map { $0 } == [1])
    #expect(tree.children(of: 1).isEmpty)
  }

  @Test(arguments: [
    ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"), ("&#65;&#x42;", "AB"), ("&amp;#38;", "&#38;"),
    ("&#38;amp;", "&amp;"), ("a&#10;b", "a\nb"), ("&#160;x", "\u{A0}x"), ("ünï", "ünï"),
    ("&#x1F600;", "😀"),
  ])
  func `references are what they stand for, in text and attributes`(
    written: String, value: String
  ) throws {
    let tree = try XMLTree(parsing: "<a b='\(written)'>\(written)</a>")
    #expect(tree.string(tree.elements[0].text) == value)
    #expect(tree.attributes.map { tree.string($0.value) } == [value])
  }

  static let text = "<a b=\"é\">ü</a>"

  static let encodings: [[UInt8]] = {
    let utf8 = Array(text.utf8)
    let declared = Array("<?xml version='1.0' encoding='utf-8'?>\(text)".utf8)
    let latin = "<?xml version='1.0' encoding='ISO-8859-1'?>\(text)"
    let wide = "<?xml version='1.0' encoding='UTF-16'?>\(text)"
    var little: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { little += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in wide.utf16 { big += [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    return [
      utf8, [0xEF, 0xBB, 0xBF] + utf8, declared, latin.unicodeScalars.map { UInt8($0.value) },
      little, big,
    ]
  }()

  @Test(arguments: encodings)
  func `reads the encodings that documents declare`(bytes: [UInt8]) throws {
    let tree = try XMLTree(parsing: bytes)
    #expect(tree.text(of: 0) == Self.text)
  }

  @Test(arguments: ["ISO-8859-1", "UTF-16", "US-ASCII", "no-such-encoding"])
  func `text is text, whatever encoding it declares`(encoding: String) throws {
    let tree = try XMLTree(parsing: "<?xml version='1.0' encoding='\(encoding)'?>\(Self.text)")
    #expect(tree.text(of: 0) == Self.text)
  }

  @Test func `an element is written compactly`() throws {
    let tree = try XMLTree(
      parsing: "<o:a xmlns:o='urn:o' o:b='1 &lt; &quot;2&quot;'> <c/> x &amp; <d>y</d> </o:a>")
    #expect(tree.text(of: 0) == "<o:a o:b=\"1 &lt; &quot;2&quot;\">x &amp;<c/><d>y</d></o:a>")
    #expect(tree.text(of: 1) == "<c/>")
  }

  @Test func `documents are read in parallel`() async throws {
    let text = "<a>" + (0..<200).map { "<b\($0) c='\($0)'>\($0)</b\($0)>" }.joined() + "</a>"
    let expected = try XMLTree(parsing: text).text(of: 0)
    let results = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<16 {
        group.addTask {
          try (0..<20).map { _ in
            #expect(throws: XMLError.self) { try XMLTree(parsing: "<a><b></a>") }
            return try XMLTree(parsing: text).text(of: 0)
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(results.count == 320)
    #expect(Set(results) == [expected])
  }
}
