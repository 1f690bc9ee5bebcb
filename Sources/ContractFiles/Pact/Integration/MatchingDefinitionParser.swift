import JSONText

/// Reads expressions of the matching definition language, e.g.
/// `atLeast(1), eachValue(matching(regex, '\w+', 'x'))`, in one walk over their bytes.
struct MatchingDefinitionParser {
  /// How deep `eachKey` and `eachValue` may lie in each other.
  static let depthLimit = 16
  /// How many parts an expression may have.
  static let countLimit = 64

  private var scanner: MatchingDefinitionScanner
  private var count = 0

  /// Creates a parser of an expression.
  init(_ text: String) { scanner = MatchingDefinitionScanner(text) }

  /// Whether a text is meant as an expression, and not as the name of a rule.
  static func isExpression(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "(")) }

  /// Reads the expression.
  ///
  /// - Returns: its parts, all of which hold for the value.
  /// - Throws: ``MatchingDefinitionError`` with what was expected at which character.
  mutating func run() throws(MatchingDefinitionError) -> [MatchingDefinition] {
    let definitions = try list(depth: 0)
    guard scanner.isAtEnd else { throw scanner.failure("expected ',' or the end") }
    return definitions
  }

  private mutating func list(
    depth: Int
  ) throws(MatchingDefinitionError) -> [MatchingDefinition] {
    guard depth <= Self.depthLimit else {
      throw scanner.failure("nested deeper than \(Self.depthLimit) levels")
    }
    var definitions = [try definition(depth: depth)]
    while scanner.skip(UInt8(ascii: ",")) { definitions.append(try definition(depth: depth)) }
    return definitions
  }

  private mutating func definition(
    depth: Int
  ) throws(MatchingDefinitionError) -> MatchingDefinition {
    count += 1
    guard count <= Self.countLimit else {
      throw scanner.failure("more than \(Self.countLimit) parts")
    }
    let start = scanner.mark()
    let word = scanner.word()
    let isKnown = ["matching", "notEmpty", "eachKey", "eachValue", "atLeast", "atMost"]
      .contains(word)
    guard isKnown else {
      throw scanner.failure(
        "expected matching, notEmpty, eachKey, eachValue, atLeast or atMost", at: start)
    }
    try scanner.expect(UInt8(ascii: "("))
    let definition: MatchingDefinition
    switch word {
    case "matching": definition = try matching()
    case "notEmpty": definition = .rule(.notEmpty, configuration: nil, try example(.anything))
    case "eachKey": definition = .eachKey(try list(depth: depth + 1))
    case "eachValue": definition = .eachValue(try list(depth: depth + 1))
    case "atLeast": definition = .atLeast(try scanner.size())
    default: definition = .atMost(try scanner.size())
    }
    try scanner.expect(UInt8(ascii: ")"))
    return definition
  }

  private mutating func matching() throws(MatchingDefinitionError) -> MatchingDefinition {
    if scanner.skip(UInt8(ascii: "$")) { return .reference(try scanner.string()) }
    let start = scanner.mark()
    let word = scanner.word()
    guard let form = Self.forms[word] else {
      throw scanner.failure(
        "expected one of \(Self.forms.keys.sorted().joined(separator: ", ")) or a reference"
          + " such as $'name'", at: start)
    }
    try scanner.expect(UInt8(ascii: ","))
    var configuration: String?
    if form.isConfigured {
      configuration = try scanner.string()
      try scanner.expect(UInt8(ascii: ","))
    }
    return .rule(form.name, configuration: configuration, try example(form.example))
  }

  /// An example, or `fromProviderState('expression', example)`.
  private mutating func example(
    _ kind: MatchingDefinitionScanner.Kind
  ) throws(MatchingDefinitionError) -> MatchingDefinition.Example {
    guard scanner.skip(word: "fromProviderState") else {
      return MatchingDefinition.Example(value: try scanner.value(kind))
    }
    try scanner.expect(UInt8(ascii: "("))
    let expression = try scanner.string()
    try scanner.expect(UInt8(ascii: ","))
    let value = try scanner.value(.anything)
    try scanner.expect(UInt8(ascii: ")"))
    return MatchingDefinition.Example(value: value, stateExpression: expression)
  }

  /// What stands between the brackets of `matching(…)`.
  private struct Form {
    var name: MatcherName
    var example: MatchingDefinitionScanner.Kind
    var isConfigured = false
  }

  private static let forms: [String: Form] = [
    "equalTo": Form(name: .equality, example: .anything),
    "type": Form(name: .type, example: .anything),
    "number": Form(name: .number, example: .number),
    "integer": Form(name: .integer, example: .integer),
    "decimal": Form(name: .decimal, example: .number),
    "boolean": Form(name: .boolean, example: .boolean),
    "include": Form(name: .include, example: .string),
    "semver": Form(name: .semver, example: .string),
    "regex": Form(name: .regex, example: .string, isConfigured: true),
    "date": Form(name: .date, example: .string, isConfigured: true),
    "time": Form(name: .time, example: .string, isConfigured: true),
    "datetime": Form(name: .datetime, example: .string, isConfigured: true),
    "contentType": Form(name: .contentType, example: .string, isConfigured: true),
  ]
}
