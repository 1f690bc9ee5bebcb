/// `RandomHexadecimal`: a text of `digits` hexadecimal digits in upper case.
struct RandomHexadecimalGenerator: Generator {
  let name = "RandomHexadecimal"
  private let digits: Int
  private static let alphabet = Array("0123456789ABCDEF".utf8)

  /// - Throws: ``RuleError`` when `digits` is no number of at least 0.
  init(_ definition: GeneratorDefinition) throws(RuleError) {
    digits = try definition.length("digits", atLeast: 0)
  }

  func value(_ context: inout GenerationContext) -> GeneratedValue {
    .text(context.text(digits, of: Self.alphabet))
  }
}
