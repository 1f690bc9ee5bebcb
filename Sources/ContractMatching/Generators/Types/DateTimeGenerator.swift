/// `Date`, `Time` and `DateTime`: the time of the context, changed by `expression`, as `format` says.
struct DateTimeGenerator: Generator {
  let name: String
  private let kind: DateTimeExpression.Kind
  private let pattern: DateTimePattern
  private let expression: DateTimeExpression

  /// - Throws: ``RuleError`` when `format` or `expression` is not valid.
  init(_ kind: DateTimeExpression.Kind, _ definition: GeneratorDefinition) throws(RuleError) {
    self.kind = kind
    let standard: String
    switch kind {
    case .date: (name, standard) = ("Date", DateTimePattern.defaultDate)
    case .time: (name, standard) = ("Time", DateTimePattern.defaultTime)
    case .dateTime: (name, standard) = ("DateTime", DateTimePattern.defaultDateTime)
    }
    pattern = try DateTimePattern(try definition.optionalText("format") ?? standard)
    expression = try DateTimeExpression(try definition.optionalText("expression") ?? "", kind)
  }

  func value(_ context: inout GenerationContext) -> GeneratedValue {
    let base =
      switch kind {
      case .date: context.baseDate
      case .time: context.baseTime
      case .dateTime: context.baseDateTime
      }
    return .text(pattern.format(expression.moment(from: base ?? context.now)))
  }
}
