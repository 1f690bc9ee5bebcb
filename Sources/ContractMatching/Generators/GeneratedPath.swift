import ContractModel

/// The path of a request from a generated value.
enum GeneratedPath {
  /// What may stand in a path beside letters, digits and `-._~`.
  private static let allowed = "/:@!$&'()*+,;=%"

  /// Makes a path; what cannot stand in one is escaped, and escapes stay.
  ///
  /// - Throws: ``GenerationError`` when the value cannot be made or does not start with a slash.
  static func make(
    _ generator: CompiledGenerator, _ context: inout GenerationContext
  ) throws(GenerationError) -> String {
    let text = try generator.value(&context).text
    guard text.hasPrefix("/") else {
      throw generator.failure("the generated path '\(Excerpt.of(text))' does not start with '/'")
    }
    return PercentCoding.encode(escapingPercents(text), allowing: allowed)
  }

  /// A percent sign without two digits behind it stands for itself.
  private static func escapingPercents(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      bytes.append(byte)
      guard byte == UInt8(ascii: "%"), !(rest.count >= 2 && rest.prefix(2).allSatisfy(isDigit))
      else { continue }
      bytes += "25".utf8
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    Character(Unicode.Scalar(byte)).hexDigitValue != nil
  }
}
