import ContractMatching
import ContractModel
import JSONText
import Testing

@Suite struct RegexMutationTests {
  private static let seeds = [
    #"(\w+)@(\w+)\.(com|org)"#, #"^[\w.%+-]{2,8}\1$"#, #"(?<a>x|y)\k<a>[^\d\s]*"#,
    "(?i)[a-z[:digit:]]+",
    #"\Qa.b\E+(?#c)\p{L}{2,}"#, #"(?x) a b* # c"#, #"(a(b(c|d)?)*){1,3}\2"#,
    #"[\x41-\x{5a}]\d{4}-\R"#,
    #"(?:25[0-5]|1?\d)(?:\.\d+){3}"#, #"a++b*?c{,3}\bd\h"#,
  ]
  private static let bytes = Array(#"()[]{}\|*+?^$.-,:=!<>#&' 0129abdghkpuwxABDEGKNPQRSUWXZé"#.utf8)

  private func mutated(_ text: String, _ numbers: inout SeededNumbers) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      let at = Int.random(in: 0...bytes.count, using: &numbers)
      let end = min(at + Int.random(in: 0...2, using: &numbers), bytes.count)
      let new = (0..<Int.random(in: 0...2, using: &numbers)).compactMap { _ in
        Self.bytes.randomElement(using: &numbers)
      }
      bytes.replaceSubrange(at..<end, with: new)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `no expression crashes or makes a text that does not match`() throws {
    var numbers = SeededNumbers(seed: 41)
    var context = try GeneratorTesting.context(seed: 43)
    var texts = 0
    var failures = 0
    for round in 0..<20_000 {
      let pattern = mutated(Self.seeds[round % Self.seeds.count], &numbers)
      let definition = JSONValue.make { writer in
        writer.object { writer in
          writer.member("type", "Regex")
          writer.member("regex", pattern)
        }
      }
      let entry = GeneratorEntry(.body, "$", definition: definition)
      guard let plan = try? GeneratorPlan([entry], rules: [], mode: .consumer),
        let expression = try? RegularExpression(pattern)
      else { continue }
      do throws(GenerationError) {
        let message = try plan.generate(MessageContents(body: Body(.text("x"))), &context)
        guard case .text(let text) = message.body.content else { continue }
        #expect(expression.match(text) == .matches, "\(pattern)")
        texts += 1
      } catch {
        failures += 1
      }
    }
    // Otherwise the loop would prove little, or the generator would be of little use.
    #expect(texts > 5_000)
    #expect(failures < texts / 10)
  }
}
