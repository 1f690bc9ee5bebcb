import JSONText

/// `RandomInt`: a whole number from `min` to `max`, both included.
struct RandomIntGenerator: Generator {
  let name = "RandomInt"
  private let range: ClosedRange<Int>

  /// - Throws: ``RuleError`` when `min` or `max` is no number, or `min` is the greater one.
  init(_ definition: GeneratorDefinition) throws(RuleError) {
    let least = try definition.number("min", default: 0)
    let greatest = try definition.number("max", default: 10)
    guard least <= greatest else {
      throw RuleError(
        "'min' is \(least), which is more than 'max', \(greatest); they are 0 and 10 where they are"
          + " not given")
    }
    range = least...greatest
  }

  func value(_ context: inout GenerationContext) -> GeneratedValue {
    .number(String(context.number(in: range)))
  }
}
