/// `MockServerURL`: the URL of the mock with what the first group of `regex` finds in `example`.
struct MockServerURLGenerator: Generator {
  let name = "MockServerURL"
  let onlyMode: GenerationContext.Mode? = .consumer
  private let path: String

  /// - Throws: ``RuleError`` when `regex` is not valid, or finds nothing in `example`.
  init(_ definition: GeneratorDefinition) throws(RuleError) {
    let example = try definition.text("example")
    let expression = try RegularExpression(try definition.text("regex"))
    guard expression.match(example) == .matches else {
      throw RuleError("the example '\(example)' does not match '\(expression.pattern)'")
    }
    guard let path = expression.firstGroup(of: example) else {
      throw RuleError("'\(expression.pattern)' has no group that finds something in '\(example)'")
    }
    self.path = path
  }

  func value(_ context: inout GenerationContext) throws(GenerationError) -> GeneratedValue {
    guard let url = context.mockServerURL else {
      throw GenerationError("the URL of the mock is not known")
    }
    return .text(url.hasSuffix("/") && path.hasPrefix("/") ? url.dropLast() + path : url + path)
  }
}
