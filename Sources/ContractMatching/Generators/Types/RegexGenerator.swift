import JSONText

/// `Regex`: a text that the expression matches as a whole.
struct RegexGenerator: Generator {
  let name = "Regex"
  private let expression: RegularExpression
  private let syntax: RegexSyntax

  /// Random texts miss where anchors or word boundaries stand in the middle; then others are tried.
  private static let tries = 20

  /// - Throws: ``RuleError`` when `regex` is missing or not valid, or has something that no text can
  ///   be made for, such as a look-around.
  init(_ definition: GeneratorDefinition) throws(RuleError) {
    expression = try RegularExpression(try definition.text("regex"))
    syntax = try RegexSyntax(expression.pattern)
  }

  func value(_ context: inout GenerationContext) throws(GenerationError) -> GeneratedValue {
    for _ in 0..<Self.tries {
      var sampler = RegexSampler(syntax)
      let text = sampler.sample(&context)
      if sampler.isTooLong {
        throw GenerationError("a text that matches '\(expression.pattern)' would be too long")
      }
      guard let text else { continue }
      switch expression.match(text) {
      case .matches: return .text(text)
      case .differs: continue
      case .gaveUp:
        throw GenerationError(
          "matching '\(expression.pattern)' takes too many steps; write it without nested"
            + " repetitions")
      }
    }
    throw GenerationError(
      "no text was found that matches '\(expression.pattern)' as a whole; write it without anchors,"
        + " boundaries and possessive repetitions in the middle")
  }
}
