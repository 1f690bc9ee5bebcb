import ContractMatching
import Testing

@Suite struct DateTimeMutationTests {
  private static let bytes = Array("0123456789-+:.TZ'[]{}#@ yMdHhmsSaBEGQxXVzOpn\u{E9}\u{0}".utf8)

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

  @Test func `no pattern and no text crashes`() throws {
    var numbers = SeededNumbers(seed: 23)
    var patterns = 0
    var matches = 0
    for seed in RandomPattern.known + RandomPattern.make(count: 174, seed: 3) {
      for _ in 0..<100 {
        let isChanged = Bool.random(using: &numbers)
        let pattern = isChanged ? mutated(seed, &numbers) : seed
        guard let compiled = try? DateTimePattern(pattern) else { continue }
        patterns += 1
        let moment = Moment(
          secondsSinceEpoch: Int(truncatingIfNeeded: numbers.next()) >> 8,
          nanoseconds: Int(truncatingIfNeeded: numbers.next()))
        let text = mutated(compiled.format(moment), &numbers)
        if compiled.difference(of: text) == nil { matches += 1 }
      }
    }
    // Otherwise the loop would prove little.
    #expect(patterns > 10_000)
    #expect(matches > 500)
  }

  @Test func `no expression crashes`() throws {
    var numbers = SeededNumbers(seed: 29)
    let texts = [
      "today + 1 month", "next week @ + 1 hour", "last fortnight", "next monday - 2 days",
      "+ 3 weeks",
      "1 o'clock pm", "@ + 10 minutes - 3 seconds", "last december + 2 weeks + 4 days",
      "- 9223372036854775807 milliseconds",
      "+ 9223372036854775807 years - 9223372036854775807 weeks",
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      let text = mutated(texts.randomElement(using: &numbers) ?? "", &numbers)
      for kind in [DateTimeExpression.Kind.date, .time, .dateTime] {
        guard let expression = try? DateTimeExpression(text, kind) else { continue }
        accepted += 1
        let base = Moment(secondsSinceEpoch: Int(truncatingIfNeeded: numbers.next()) >> 8)
        #expect((-999_999_999...999_999_999).contains(expression.moment(from: base).year))
      }
    }
    #expect(accepted > 500)
  }
}
