import JSONText

/// `ProviderState`: a value that the provider's states gave, or a text with such values in it.
///
/// One value alone keeps its kind, unless `dataType` names another one; several, or one with text
/// around it, are a text.
struct ProviderStateGenerator: Generator {
  let name = "ProviderState"
  let onlyMode: GenerationContext.Mode? = .provider
  let replacesContainers = true
  private let expression: StateExpression
  private let dataType: StateDataType

  /// - Throws: ``RuleError`` when `expression` is missing or not valid, or `dataType` is not known.
  init(_ definition: GeneratorDefinition) throws(RuleError) {
    expression = try StateExpression(try definition.text("expression"))
    let text = try definition.optionalText("dataType") ?? StateDataType.raw.rawValue
    guard let dataType = StateDataType(rawValue: text.uppercased()) else {
      let known = StateDataType.allCases.map(\.rawValue).joined(separator: ", ")
      throw RuleError(
        "the data type '\(text)' is not known; known are \(known)",
        rule: definition.json["dataType"])
    }
    self.dataType = dataType
  }

  func value(_ context: inout GenerationContext) throws(GenerationError) -> GeneratedValue {
    .json(try dataType.convert(try expression.value(in: context.providerState)))
  }
}
