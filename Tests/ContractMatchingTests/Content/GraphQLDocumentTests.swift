import Testing

@testable import ContractMatching

@Suite struct GraphQLDocumentTests {
  @Test(arguments: [
    ("{ user { name } }", "{\n  user {\n    name\n  }\n}\n"),
    ("{a,b,c}", "{ a b\tc }"), ("{a}", "\u{FEFF}{ a }"), ("{a b}", "{ a \u{FEFF} b }"),
    ("{a b}", "# first\n{ a # second\r b }#third"), ("{a}", "{a}\r\n"),
    (
      "query Q($id:ID!=1){u(id:$id)@a{...F}}", "query Q( $id : ID! = 1 ) { u(id: $id) @a { ...F } }"
    ),
    (
      #"{a(b:"x\u0041\n\"\\\/\b\f\r\t")}"#,
      #"{a(b:"xA\u000a\u0022\u005C/\u0008\u000C\u000d\u0009")}"#
    ),
    (#"{a(b:"\uD83D\uDE00é")}"#, #"{a(b:"😀\u00e9")}"#),
    (#"{a(b:"x\n  y")}"#, "{a(b:\"\"\"\n    x\n      y\n    \"\"\")}"),
    (#"{a(b:"x\ny")}"#, "{a(b:\"\"\"x\r\n   y\"\"\")}"),
    (#"{a(b:"")}"#, "{a(b:\"\"\" \n \t\r\n\"\"\")}"),
    (#"{a(b:"x\n\ny")}"#, "{a(b:\"\"\"\r  x\r \r  y\r\"\"\")}"),
    (#"{a(b:" x\ny ")}"#, "{a(b:\"\"\" x\n  y \"\"\")}"),
    (#"{a(b:"\"\"\" \\n")}"#, #"{a(b:"""\""" \n""")}"#),
    ("{a(b:[1,-2,0],c:1.5e3)}", "{a(b:[1 -2 0] c:1.5e3)}"),
    ("type A implements B & C { d: [E!]! }", "type A implements B&C{d:[E!]!}"),
    (#""d" type A { b: C }"#, #""""d""" type A { b: C }"#),
  ])
  func `documents that mean the same are equal`(left: String, right: String) throws {
    let (left, right) = (try #require(GraphQLDocument(left)), try #require(GraphQLDocument(right)))
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(left.difference(from: right) == nil)
  }

  @Test(arguments: [
    (
      "{ user { name } }", "{\n  user {\n    title } }",
      "expected 'name' at line 3, column 5, found 'title'"
    ),
    ("{a}", "{b}", "expected 'a' at line 1, column 2, found 'b'"),
    ("{a b}", "{b a}", "expected 'a' at line 1, column 2, found 'b'"),
    ("{a}", "{a b}", "expected '}' at line 1, column 4, found 'b'"),
    ("{a b}", "{a}", "expected 'b' at line 1, column 3, found '}'"),
    ("{a} {b}", "{a}\n", "expected '{' at line 2, column 1, found the end of the document"),
    ("{a}", "{a}\n{b}", "expected the end of the document at line 2, column 1, found '{'"),
    ("{a(b:1)}", "{a(b:1.0)}", "expected '1' at line 1, column 6, found '1.0'"),
    ("{a(b:\"x\")}", "{a(b:x)}", "expected '\"x\"' at line 1, column 6, found 'x'"),
    (
      "{a(b:\"x\ty\")}", "{a(b:\"\"\"x\ny\"\"\")}",
      #"expected '"x\ty"' at line 1, column 6, found '"x\ny"'"#
    ),
    (
      "{a(b:\"é\")}", "{a(b:\"e\u{301}\")}",
      "expected '\"é\"' at line 1, column 6, found '\"e\u{301}\"'"
    ),
    ("{a ...F}", "{a F}", "expected '...' at line 1, column 4, found 'F'"),
    ("{A}", "\u{FEFF}{a}", "expected 'A' at line 1, column 2, found 'a'"),
    ("{a}", "#é\n#\n {a,,,b}", "expected '}' at line 3, column 7, found 'b'"),
    ("query A {a}", "query B {a}", "expected 'A' at line 1, column 7, found 'B'"),
  ])
  func `says the first difference and where`(
    expected: String, actual: String, difference: String
  ) throws {
    let (wanted, came) = (
      try #require(GraphQLDocument(expected)), try #require(GraphQLDocument(actual))
    )
    #expect(wanted != came)
    #expect(came.difference(from: wanted) == difference)
  }

  @Test(arguments: [
    "", "   ", "# only a comment", "query", "scalar Date", "hello {a}", "a {b}", "{", "}", "{a",
    "{a}}", "{a(b}c)}", "{a[b}]", "{}", #"{"a": 1}"#, "[1, 2]", "{a}é", "{a;b}", "{a..b}", "{a.b}",
    "{a(b:01)}", "{a(b:-)}", "{a(b:1.)}", "{a(b:1.e1)}", "{a(b:1e)}", "{a(b:1x)}", "{a(b:1.5.6)}",
    "{a(b:.5)}", "{a(b:0x1F)}", "{a(b:1_0)}", "{a(b:+1)}", "{a(b:1e+)}", #"{a(b:"x)}"#,
    "{a(b:\"x\n\")}", #"{a(b:"\x")}"#, #"{a(b:"\u12")}"#, #"{a(b:"\uD83D")}"#, #"{a(b:"\uDE00")}"#,
    #"{a(b:"\uD83D\u0041")}"#, #"{a(b:"\"#, #"{a(b:""")}"#, #"{a(b:"""x"")}"#, "{a\u{1}b}",
    "{a(b:\"\u{1}\")}", "{a(b:\"\"\"\u{1}\"\"\")}", #""d" {a}"#, #""d" query {a}"#, "<a/>",
  ])
  func `refuses what is no document`(text: String) {
    #expect(GraphQLDocument(text) == nil)
  }

  @Test(arguments: [
    "{a}", "{...F}", "query{a}", "mutation M{a}", "subscription{a}", "fragment F on A{a}",
    "schema{query:Q}", "scalar D type A{b:C}", "extend type A{b:C}", "interface A{b:C}",
    "union U=A type A{b:C}", "enum E{A}", "input I{a:B}", "directive @a on FIELD type A{b:C}",
    "\"\"\"d\"\"\" type A{b:C}", "{a(b:-0,c:0.5,d:1E-10,e:12e+3)}",
  ])
  func `accepts what starts as a document does`(text: String) {
    #expect(GraphQLDocument(text) != nil)
  }

  @Test func `depth has no limit, nor has length`() {
    let deep = String(repeating: "{a", count: 50_000) + String(repeating: "}", count: 50_000)
    #expect(GraphQLDocument(deep) != nil)
    #expect(GraphQLDocument(deep + "}") == nil)
    let block = String(repeating: "  line\n\n", count: 20_000)
    #expect(GraphQLDocument("{a(b:\"\"\"\(block)\"\"\")}") != nil)
    #expect(GraphQLDocument("{a(b:" + String(repeating: "\"\"\" ", count: 20_001)) == nil)
  }

  @Test func `a long token is cut where a scalar ends`() throws {
    let expected = try #require(GraphQLDocument("{a(b:\"x\(String(repeating: "é", count: 90))\")}"))
    let actual = try #require(GraphQLDocument("{a(b:1)}"))
    #expect(
      actual.difference(from: expected)
        == "expected '\"x\(String(repeating: "é", count: 39))…\"' at line 1, column 6, found '1'")
  }

  @Test func `no change of a document is a crash`() {
    let samples = [
      "query Q($id: ID! = 1) { user(id: $id) @a { ...F name # c\n } }",
      "{a(b:\"x\\u0041\\uD83D\\uDE00\\n\", c: \"\"\"\n  x\n    y\\\"\"\"\n\"\"\", d: [-1.5e3, 0])}",
    ].map { Array($0.utf8) }
    let pieces = [
      "\"", "\"\"\"", "\\", "\\u", "\\\"\"\"", "{", "}", "...", "\n", "\r", "#", "1.5e", "-",
    ]
    var mutator = ContentMutator(seed: 20_211_026)
    var read = 0
    for _ in 0..<20_000 {
      let bytes = mutator.mutation(of: samples, pieces: pieces)
      guard let document = GraphQLDocument(String(decoding: bytes, as: UTF8.self)) else { continue }
      read += 1
      #expect(document.difference(from: document) == nil)
    }
    #expect(read > 1_000 && read < 19_000)
  }
}
