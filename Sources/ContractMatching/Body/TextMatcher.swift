import JSONText
import ContractModel

/// Compares text, by equality or by the rules for the whole body.
struct TextMatcher: Sendable {
  let expected: String
  private let rule: RuleSet?
  private let places: PlaceFinder

  /// - Parameter rule: the rules for the whole text, or `nil` for equality.
  init(_ expected: String, rule: RuleSet?, places: PlaceFinder) {
    self.expected = expected
    self.rule = rule
    self.places = places
  }

  /// What differs.
  ///
  /// - Parameters:
  ///   - actual: the bytes that came.
  ///   - charset: the character set that the headers name.
  func mismatches(_ actual: [UInt8], charset: String?) -> [Mismatch] {
    guard let text = TextDecoding.text(actual, charset: charset) else {
      let name = charset ?? "UTF-8"
      let reason =
        TextDecoding.isKnown(name) ? "the bytes are not valid in it" : "it is not known"
      return [
        mismatch(Excerpt.of(actual), "Expected text in the character set \(name), but \(reason)")
      ]
    }
    if let rule {
      return rule.differences(of: .text(text), from: .text(expected)).map { name, message in
        mismatch(Excerpt.of(text), message, rule: name)
      }
    }
    if text.isExactly(expected) { return [] }
    return [
      mismatch(
        Excerpt.of(text),
        "Expected body '\(Excerpt.of(expected))' to match '\(Excerpt.of(text))' using equality"
          + " but did not match")
    ]
  }

  private func mismatch(_ actual: String, _ message: String, rule name: String? = nil) -> Mismatch {
    Mismatch(
      .body, path: "$", expected: Excerpt.of(expected), actual: actual, message: message,
      rule: name, location: places.location())
  }
}
