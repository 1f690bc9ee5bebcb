/// `RandomString`: a text of `size` letters and digits of ASCII.
struct RandomStringGenerator: Generator {
  let name = "RandomString"
  private let size: Int
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  /// - Throws: ``RuleError`` when `size` is no number of at least 0.
  init(_ definition: GeneratorDefinition) throws(RuleError) {
    size = try definition.length("size", atLeast: 0)
  }

  func value(_ context: inout GenerationContext) -> GeneratedValue {
    .text(context.text(size, of: Self.alphabet))
  }
}
