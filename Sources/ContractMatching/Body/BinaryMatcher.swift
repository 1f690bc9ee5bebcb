import ContractModel

/// Compares bytes, by equality or by the rules for the whole body.
struct BinaryMatcher: Sendable {
  let expected: [UInt8]
  private let rule: RuleSet?
  private let type: MediaType?
  private let places: PlaceFinder

  /// - Parameters:
  ///   - rule: the rules for all of the bytes, or `nil` for equality.
  ///   - type: the media type that messages name.
  init(_ expected: [UInt8], rule: RuleSet?, type: MediaType?, places: PlaceFinder) {
    self.expected = expected
    self.rule = rule
    self.type = type
    self.places = places
  }

  /// What differs.
  func mismatches(_ actual: [UInt8]) -> [Mismatch] {
    if let rule {
      return rule.differences(of: .bytes(actual), from: .bytes(expected)).map { name, message in
        mismatch(actual, message, rule: name)
      }
    }
    if actual == expected { return [] }
    let place = zip(actual, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let offset = place ?? min(actual.count, expected.count)
    return [
      mismatch(
        actual,
        "Actual body \(summary(actual)) is not equal to the expected body \(summary(expected)),"
          + " the first difference is at byte \(offset)")
    ]
  }

  private func mismatch(
    _ actual: [UInt8], _ message: String, rule name: String? = nil
  ) -> Mismatch {
    Mismatch(
      .body, path: "$", expected: Excerpt.of(expected), actual: Excerpt.of(actual),
      message: message, rule: name, location: places.location())
  }

  private func summary(_ bytes: [UInt8]) -> String {
    let name = type?.essence ?? "application/octet-stream"
    return "[\(name), \(bytes.count) bytes, starting with \(Excerpt.hexadecimal(bytes))]"
  }
}
