import ContractModel
import JSONText
import Testing

@testable import ContractMatching

@Suite struct XMLGenerationMutationTests {
  private static let seeds = [
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a b=\"1\" c='2'><d>x</d><d>y</d><e/>text</a>",
    "<o:a xmlns:o='urn:o' xmlns='urn:d' o:b='1'><c><![CDATA[<x>]]></c><!-- y --><?p i?></o:a>",
    "<a>&amp;&#65;&lt;<b i=\"'\"><c><d e='&quot;f&quot;'/></c></b>ünï 😀\n <b> </b></a>\n",
  ]
  private static let pieces = [
    ">", "</a>", "<a>", "&gt;", "&#x41;", "\"", "'", "=", "<!--", "-->", "<!-- ' -->", "]]>",
    "<![CDATA[>]]>", "<?q >?>", " xmlns:o='urn:p'", " xmlns='>'", " ", "\n", "\t", "<d>z</d>",
    "<b/>", "<e ></e >", " f='/'", " o:g = \">\"", "x", "é", "\u{FEFF}",
  ]
  private static let paths = [
    "$.*", "$.*['#text']", "$.*.*", "$.*.*[1]", "$.*.d", "$.a['@b']", "$.*.*['@i']", "$.*.*.*",
    "$.o:a['urn:d:c'][0]", "$.*.*.*.*", "$.*.e['#text']",
  ]
  private static let value = #"<&"'>]]> --"#

  private static func isPlain(_ text: Substring) -> Bool {
    !text.contains { "&\n\r\t".contains($0) }
  }

  /// Whether the places are those of the elements and attributes that the parser tells of.
  private func check(_ tree: XMLTree, _ source: XMLSource, _ bytes: [UInt8]) {
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    for (element, place) in zip(tree.elements, source.elements) {
      #expect(text(place.name) == tree.written(element.name, prefix: element.prefix))
    }
    for (attribute, place) in zip(tree.attributes, source.attributes) {
      let written = text(place.value)
      if Self.isPlain(written[...]) { #expect(written == tree.string(attribute.value)) }
    }
    let hasText = source.elements.map(\.hasText)
    #expect(zip(tree.elements, hasText).allSatisfy { $0.text.count == 0 || $1 })
  }

  /// Whether each value of a generated document is the old one or the new one; how many are new.
  private func countNew(_ result: XMLTree, _ tree: XMLTree) -> Int? {
    guard result.elements.count == tree.elements.count,
      result.attributes.count == tree.attributes.count
    else { return nil }
    let texts = zip(result.elements, tree.elements).map { ($0.text, $1.text) }
    let values = zip(result.attributes, tree.attributes).map { ($0.value, $1.value) }
    var count = 0
    for (new, old) in texts + values where result.string(new) != tree.string(old) {
      guard result.string(new) == Self.value else { return nil }
      count += 1
    }
    return count
  }

  @Test func `whatever is XML stays XML, and each value is the old one or the new one`() throws {
    let generator = try JSONValue(parsing: #"{"type": "ProviderState", "expression": "${v}"}"#)
    let entries = Self.paths.map { GeneratorEntry(.body, $0, definition: generator) }
    let plans = try (entries.map { [$0] } + [entries]).map {
      try GeneratorPlan($0, rules: [], mode: .provider)
    }
    var context = try GeneratorTesting.context(.provider, state: #"{"v": "<&\"'>]]> --"}"#)
    var mutator = ContentMutator(seed: 42)
    let samples = Self.seeds.map { Array($0.utf8) }
    var (read, replaced) = (0, 0)
    for round in 0..<12_000 {
      let bytes = mutator.mutation(of: samples, pieces: Self.pieces)
      guard let text = String(validating: bytes, as: UTF8.self),
        let tree = try? XMLTree(parsing: text)
      else { continue }
      read += 1
      let source = try #require(XMLSourceScanner.scan(bytes), "\(text)")
      #expect(source.fits(tree), "\(text)")
      check(tree, source, bytes)
      let request = HTTPRequest(body: Body(.text(text), contentType: "text/xml"))
      let plan = plans[round % plans.count]
      let body = try plan.generate(request, &context).body.bytes ?? []
      let result = try XMLTree(parsing: String(decoding: body, as: UTF8.self))
      let count = try #require(countNew(result, tree), "\(text)")
      let unused = plan.unused(in: request)
      #expect((count == 0) == (unused.count == plan.generators.count), "\(text)")
      if count == 0 { #expect(body == bytes) }
      replaced += count
    }
    #expect(read > 600 && replaced > 600, "\(read) read, \(replaced) replaced")
  }

  @Test func `the scanner ends on whatever it is given`() {
    var mutator = ContentMutator(seed: 7)
    let samples = Self.seeds.map { Array($0.utf8) }
    for _ in 0..<12_000 {
      let bytes = mutator.mutation(
        of: samples, pieces: Self.pieces + ["<", "</", "<!", "<?", "<a "])
      guard let source = XMLSourceScanner.scan(bytes) else { continue }
      #expect(source.pieces.allSatisfy { $0.range.upperBound <= bytes.count })
      #expect(source.elements.allSatisfy { $0.tagEnd.upperBound <= bytes.count })
    }
  }
}
