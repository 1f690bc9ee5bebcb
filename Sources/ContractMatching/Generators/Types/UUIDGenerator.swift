import JSONText

/// `Uuid`: a random UUID of version 4 in one of four spellings.
struct UUIDGenerator: Generator {
  /// How the UUID is spelt.
  enum Format: String, CaseIterable, Sendable {
    case simple
    case lowerCase = "lower-case-hyphenated"
    case upperCase = "upper-case-hyphenated"
    case urn = "URN"
  }

  let name = "Uuid"
  private let format: Format

  /// - Throws: ``RuleError`` when `format` is not known.
  init(_ definition: GeneratorDefinition) throws(RuleError) {
    let text = try definition.optionalText("format") ?? Format.lowerCase.rawValue
    guard let format = Format(rawValue: text) else {
      let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
      throw RuleError(
        "the UUID format '\(text)' is not known; known are \(known)",
        rule: definition.json["format"])
    }
    self.format = format
  }

  func value(_ context: inout GenerationContext) -> GeneratedValue {
    let high = context.bits() & ~0xF000 | 0x4000  // version 4
    let low = context.bits() & ~(3 << 62) | 2 << 62  // the variant of RFC 9562
    let digits = Self.hexadecimal(high) + Self.hexadecimal(low)
    guard format != .simple else { return .text(digits) }
    var text = ""
    for (place, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(place) { text += "-" }
      text.append(digit)
    }
    switch format {
    case .urn: return .text("urn:uuid:" + text)
    case .upperCase: return .text(text.uppercased())
    case .simple, .lowerCase: return .text(text)
    }
  }

  private static func hexadecimal(_ bits: UInt64) -> String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
