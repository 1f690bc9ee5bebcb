/// `RandomDecimal`: a decimal number of `digits` digits, the first of which is not 0.
///
/// A number of one digit is followed by `.0`, since a decimal number has a fraction.
struct RandomDecimalGenerator: Generator {
  let name = "RandomDecimal"
  private let digits: Int
  private static let alphabet = Array("0123456789".utf8)

  /// - Throws: ``RuleError`` when `digits` is no number above 0.
  init(_ definition: GeneratorDefinition) throws(RuleError) {
    digits = try definition.length("digits", atLeast: 1)
  }

  func value(_ context: inout GenerationContext) -> GeneratedValue {
    let first = String(context.number(in: 1...9))
    guard digits > 1 else { return .number(first + ".0") }
    let rest = context.text(digits - 1, of: Self.alphabet)
    let integral = context.number(in: 1...digits - 1)
    return .number("\(first)\(rest.prefix(integral - 1)).\(rest.dropFirst(integral - 1))")
  }
}
