import ContractModel
import Testing

@testable import ContractMatching

@Suite struct XMLMutationTests {
  private static let seeds = [
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a b=\"1\" c='2'><d>x</d><d>y</d><e/>text</a>",
    "<o:a xmlns:o='urn:o' xmlns='urn:d' o:b='1'><c><![CDATA[<x>]]></c><!-- y --><?p i?></o:a>",
    "<a>&amp;&#65;&lt;<b><c><d e='&quot;f&quot;'/></c></b>ünï 😀</a>",
    "<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY z SYSTEM \"file:///etc/passwd\">]><a>&x;&z;</a>",
  ]
  private static let pieces = [
    "<", ">", "</a>", "<a>", "&", ";", "&#", "&#x41;", "\"", "'", "=", "<!--", "-->", "<![CDATA[",
    "]]>", "<?", "?>", "xmlns:o='urn:o'", "xmlns=''", ":", " ", "\0", "\u{FFFE}", "<d>z</d>", "<!",
    "<!DOCTYPE a>", "encoding='UTF-16'", "é",
  ]

  /// Steele, Lea and Flood's splittable generator: the same numbers on every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private static func mutate(_ bytes: [UInt8], _ generator: inout Generator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...2, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 0...8, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
      case 3: bytes = Array(bytes[..<place])
      default:
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        bytes.insert(contentsOf: piece.utf8, at: place)
      }
    }
    return bytes
  }

  @Test func `whatever comes is compared or refused`() throws {
    var generator = Generator(state: 42)
    let plans = try Self.seeds.dropLast().map { seed in
      try XMLCase(
        seed,
        rules: [
          "$.*.d": #"{"match": "type", "min": 2}"#, "$.*.*['#text']": #"{"match": "integer"}"#,
          "$.a.d[3]": #"{"match": "equality"}"#, "$.o:a['@o:b']": #"{"match": "type"}"#,
        ]
      ).plan
    }
    var (read, refused) = (0, 0)
    for round in 0..<10_000 {
      let seed = Self.seeds[round % Self.seeds.count]
      let bytes = Self.mutate(Array(seed.utf8), &generator)
      guard let tree = try? XMLTree(parsing: bytes) else {
        refused += 1
        continue
      }
      read += 1
      for plan in plans {
        var comparison = XMLComparison(plan, isStrict: round.isMultiple(of: 2), places: .init())
        comparison.run(tree)
        #expect(comparison.mismatches.allSatisfy { $0.path.hasPrefix("$") })
      }
      let own = try XMLPlan(
        tree, rules: try RuleTree([MatchingRuleSet]()),
        start: try RuleTree([MatchingRuleSet]()).root)
      var comparison = XMLComparison(own, isStrict: true, places: .init())
      comparison.run(tree)
      #expect(comparison.mismatches == [], "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(read > 500 && refused > 500, "\(read) read, \(refused) refused")
  }
}
