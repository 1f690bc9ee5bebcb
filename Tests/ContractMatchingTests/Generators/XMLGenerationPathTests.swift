import ContractModel
import JSONText
import Testing

@testable import ContractMatching

@Suite struct XMLGenerationPathTests {
  private static let bound =
    "<n:a xmlns:n='urn:n' xmlns='urn:d' n:x='1' x='2'><b>3</b><n:b>4</n:b></n:a>"

  @Test(arguments: [
    ("$.n:a.n:b", "<n:b>4<", "<n:b>7<"), ("$['urn:n:a']['urn:n:b']", "<n:b>4<", "<n:b>7<"),
    ("$['urn:n:a'].n:b", "<n:b>4<", "<n:b>7<"), ("$.n:a.b", "<b>3<", "<b>7<"),
    ("$['urn:n:a']['urn:d:b']", "<b>3<", "<b>7<"), ("$.n:a['@n:x']", "n:x='1'", "n:x='7'"),
    ("$.n:a['@urn:n:x']", "n:x='1'", "n:x='7'"), ("$.n:a['@x']", " x='2'", " x='7'"),
    ("$[0].b", "<b>3<", "<b>7<"),
  ])
  func `names are spelt with their namespace or as the document writes them`(
    path: String, old: String, new: String
  ) throws {
    let parts = Self.bound.split(separator: old, omittingEmptySubsequences: false)
    #expect(
      try GeneratorTesting.xml(Self.bound, [path: GeneratorTesting.seven])
        == parts.joined(separator: new))
  }

  @Test func `elements of one name may have several prefixes`() throws {
    let document = "<a xmlns:n='u' xmlns:m='u'><n:b>1</n:b><m:b>2</m:b><b xmlns='u'>3</b></a>"
    #expect(
      try GeneratorTesting.xml(
        document, ["$.a.m:b[0]": GeneratorTesting.seven, "$.a['u:b'][2]": GeneratorTesting.eight])
        == "<a xmlns:n='u' xmlns:m='u'><n:b>7</n:b><m:b>2</m:b><b xmlns='u'>8</b></a>")
  }

  private static let rows = "<a><b>1</b><c>2</c><b>3</b><b i='4'/></a>"

  @Test(arguments: [
    ("$.a.b", "<a><b>7</b><c>2</c><b>7</b><b i='4'>7</b></a>"),
    ("$.a.b[*]", "<a><b>7</b><c>2</c><b>7</b><b i='4'>7</b></a>"),
    ("$.a.b[0]", "<a><b>7</b><c>2</c><b>3</b><b i='4'/></a>"),
    ("$.a.b[1]['#text']", "<a><b>1</b><c>2</c><b>7</b><b i='4'/></a>"),
    ("$.a.c[0]", "<a><b>1</b><c>7</c><b>3</b><b i='4'/></a>"),
    ("$.a[0].b[2]['@i']", "<a><b>1</b><c>2</c><b>3</b><b i='7'/></a>"),
    ("$.a.*[1]", "<a><b>1</b><c>2</c><b>7</b><b i='4'/></a>"),
    ("$.a.*", "<a><b>7</b><c>7</c><b>7</b><b i='4'>7</b></a>"),
    ("$.*.*['#text']", "<a><b>7</b><c>7</c><b>7</b><b i='4'>7</b></a>"),
    ("$.a.b.*", "<a><b>7</b><c>2</c><b>7</b><b i='7'/></a>"),
  ])
  func `an index is one of the elements of a name, a wildcard each child, attribute and text`(
    path: String, expected: String
  ) throws {
    #expect(try GeneratorTesting.xml(Self.rows, [path: GeneratorTesting.seven]) == expected)
  }

  @Test(arguments: [
    "$", "", "$.b", "$.a.x", "$.a.b[3]", "$.a['@i']", "$.a.b['@j']", "$.a.b[0]['@i']", "$[1]",
    "$.a[1].b", "$.a[0][0].b", "$.a.b.c", "$.a.b['#text'].c", "$.a.b['@i'].c", "$.a.i", "$.b.b",
    "$.n:a", "$.a.b['@xmlns']", "$.a['@xmlns:n']", "$.a", "$.*", "$.a.b[0].*.*", "$.A",
  ])
  func `a path that the example does not have is unused`(path: String) throws {
    let document = Self.rows.replacing("<a>", with: "<a xmlns:n='u'>", maxReplacements: 1)
    let (content, unused) = try GeneratorTesting.xml(
      .text(document), [path: GeneratorTesting.seven])
    #expect(content == .text(document))
    #expect(unused == [path])
  }

  private static let ranked: [(KeyValuePairs<String, String>, String, unused: [String])] = [
    (
      ["$.a.*": GeneratorTesting.seven, "$.a.b": GeneratorTesting.eight], "<a><b>8</b><c>7</c></a>",
      []
    ),
    (
      ["$.a.b": GeneratorTesting.eight, "$.a.*": GeneratorTesting.seven], "<a><b>8</b><c>7</c></a>",
      []
    ),
    (
      ["$.a.b": GeneratorTesting.eight, "$['a']['b']": GeneratorTesting.seven],
      "<a><b>8</b><c>2</c></a>", ["$['a']['b']"]
    ),
    (
      ["$.a.b": GeneratorTesting.seven, "$.a.b[*]": GeneratorTesting.eight],
      "<a><b>8</b><c>2</c></a>", ["$.a.b"]
    ),
    (
      ["$.a.b[*]": GeneratorTesting.seven, "$.a.b[0]": GeneratorTesting.eight],
      "<a><b>8</b><c>2</c></a>", ["$.a.b[*]"]
    ),
    (
      ["$.a.b": GeneratorTesting.seven, "$.a.b['#text']": GeneratorTesting.eight],
      "<a><b>8</b><c>2</c></a>", ["$.a.b"]
    ),
    (
      ["$.a['urn:b']": GeneratorTesting.seven, "$.*.b": GeneratorTesting.eight],
      "<a><b>8</b><c>2</c></a>", ["$.a['urn:b']"]
    ),
  ]

  @Test(arguments: ranked)
  func `the more exact path is stronger, then the first`(
    generators: KeyValuePairs<String, String>, expected: String, unused: [String]
  ) throws {
    let result = try GeneratorTesting.xml(.text("<a><b>1</b><c>2</c></a>"), generators)
    #expect(result.content == .text(expected))
    #expect(result.unused == unused)
  }

  @Test func `many elements are replaced in one walk`() throws {
    let rows = (0..<5_000).map { "<r i='\($0)'><n>x</n></r>" }.joined()
    let result = try GeneratorTesting.xml(
      "<a>\(rows)</a>",
      [
        "$.a.r.n": GeneratorTesting.seven, "$.a.r[5].n": GeneratorTesting.eight,
        "$.a.*['@i']": GeneratorTesting.eight,
      ])
    let tree = try XMLTree(parsing: result)
    #expect(tree.elements.count == 10_001)
    #expect(result.contains("<r i='8'><n>7</n></r>"))
    #expect(result.split(separator: "<n>8</n>").count == 2)
  }

  @Test func `paths with too many combinations of wildcards are an error`() throws {
    let depth = 9
    let seven = try JSONValue(parsing: GeneratorTesting.seven)
    let entries = (0..<1 << depth).map { pattern in
      let steps = (0..<depth).map { pattern >> $0 & 1 == 1 ? ".a" : ".*" }
      return GeneratorEntry(.body, "$\(steps.joined()).x", definition: seven)
    }
    let rows = String(repeating: "<a><b/></a>", count: 5_000)
    let (open, close) = (String(repeating: "<a>", count: 8), String(repeating: "</a>", count: 8))
    let body = Body(.text("\(open)\(rows)\(close)"), contentType: "text/xml")
    let plan = try GeneratorPlan(entries, rules: [], mode: .consumer)
    let error = #expect(throws: GenerationError.self) {
      var context = try GeneratorTesting.context()
      _ = try plan.generate(HTTPRequest(body: body, generators: entries), &context)
    }
    #expect(error?.message.contains("too many combinations") == true)
    #expect(plan.unused(in: HTTPRequest(body: body)).count == entries.count)
  }

  @Test func `deep documents are followed to the end`() throws {
    let depth = 250
    let document =
      String(repeating: "<a>", count: depth) + "1" + String(repeating: "</a>", count: depth)
    let path = "$" + String(repeating: ".a", count: depth)
    #expect(try GeneratorTesting.xml(document, [path: GeneratorTesting.seven]).contains("<a>7</a>"))
  }
}
