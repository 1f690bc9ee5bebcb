import ContractMatching
import JSONPath

/// A part of a template.
indirect enum TemplateNode: Sendable {
  /// Text that is printed as it is.
  case text([UInt8])
  /// A value that is printed.
  case output(TemplateExpression, isEscaped: Bool)
  /// A helper with a body.
  case block(TemplateBlock)
}

/// What gives a value.
indirect enum TemplateExpression: Sendable {
  case literal(TemplateValue)
  case path(TemplatePath)
  case call(TemplateCall)
}

/// A path into the values: `request.headers.[X-A]`, `@index`, `../name`.
struct TemplatePath: Sendable {
  /// How many contexts up it starts.
  var up = 0
  /// Whether it starts with `@`.
  var isData = false
  /// Whether it starts with `this` or `.`, and finds nothing further out.
  var isLocal = false
  /// The names.
  var names: [String] = []

  /// The one name that could be a helper's.
  var simpleName: String? { up == 0 && !isData && !isLocal && names.count == 1 ? names[0] : nil }
}

/// A helper with what it is given.
struct TemplateCall: Sendable {
  let helper: TemplateHelper
  let arguments: [TemplateArgument]
  let options: [(name: String, argument: TemplateArgument)]
}

/// What a helper is given.
struct TemplateArgument: Sendable {
  let expression: TemplateExpression
  /// What a literal was compiled into.
  var compiled: CompiledLiteral?
}

/// A literal that is more than a text to its helper.
enum CompiledLiteral: Sendable {
  case path(JSONPath)
  case pattern(SearchExpression)
  case date(DateTimePattern)
  case xPath(@Sendable ([UInt8]) -> [String]?)
}

/// A block: `{{#each list as |item|}}…{{else}}…{{/each}}`.
struct TemplateBlock: Sendable {
  /// The helper, or the value that stands in its place.
  enum Head: Sendable {
    case call(TemplateCall)
    case value(TemplateExpression)
  }

  let head: Head
  /// The names behind `as`.
  let parameters: [String]
  var body: [TemplateNode]
  var inverse: [TemplateNode]
}
