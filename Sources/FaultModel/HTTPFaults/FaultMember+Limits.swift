extension FaultMember {
  /// What is wrong with a value, or `nil`.
  func problem(_ value: FaultValue) -> String? {
    switch (kind, value) {
    case (.whole(let range), .number(let ramp)):
      if !canRamp, ramp.from != ramp.to { return "expected one number" }
      let isRight = [ramp.from, ramp.to].allSatisfy {
        (Double(range.lowerBound)...Double(range.upperBound)).contains($0) && $0.rounded() == $0
      }
      return isRight ? nil : "expected a whole number \(Self.text(range))"
    case (.number(let range), .number(let ramp)):
      let isRight = [ramp.from, ramp.to].allSatisfy(range.contains)
      return isRight
        ? nil
        : "expected a number from \(ToxicNumber.text(range.lowerBound)) to \(ToxicNumber.text(range.upperBound))"
    case (.choice(let words), .text(let text)):
      return words.contains(text) ? nil : "expected one of \(words.joined(separator: ", "))"
    case (.text, .text(let text)):
      return text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } ? nil : "expected text of one line"
    case (.fields, .fields), (.body, .body): return nil
    case (.whole, _), (.number, _): return "expected a number"
    case (.choice, _), (.text, _): return "expected a string"
    case (.fields, _): return "expected header fields"
    case (.body, _): return "expected a body"
    }
  }

  private static func text(_ range: ClosedRange<Int>) -> String {
    "from \(range.lowerBound) to \(range.upperBound)"
  }
}
