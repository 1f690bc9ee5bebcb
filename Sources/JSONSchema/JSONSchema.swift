public import JSONText

/// A JSON Schema, compiled once, that tells which values it allows.
///
/// Drafts 4, 6, 7, 2019-09 and 2020-12 are read as their specifications say
/// (https://json-schema.org/specification). Unknown keywords are ignored. A value and its schema may
/// be nested 500 levels deep together: a deeper one, or a reference that leads back to itself, is a
/// violation of the keyword `depth`.
public struct JSONSchema: Sendable {
  private let program: SchemaProgram

  /// Compiles a schema.
  ///
  /// - Parameters:
  ///   - schema: the schema, usually the root of its document.
  ///   - draft: the draft, whatever `$schema` says; `nil` for what it says, 2020-12 without it.
  ///   - baseURI: where the schema was found, for relative references.
  ///   - registry: the other documents that references may lead to.
  ///   - patterns: the engine of regular expressions; without one, `pattern` is an error.
  ///   - assertsFormat: whether `format` is checked: `date`, `time`, `date-time`, `uuid`, `ipv4`
  ///     and `json-pointer`. Other formats are annotations.
  /// - Throws: ``JSONSchemaError`` for a keyword of a wrong shape, a reference that leads nowhere, or
  ///   an invalid regular expression.
  public init(
    _ schema: JSONValue, draft: Draft? = nil, baseURI: String? = nil,
    registry: SchemaRegistry = SchemaRegistry(), patterns: (any PatternMatching)? = nil,
    assertsFormat: Bool = false
  ) throws(JSONSchemaError) {
    var index = SchemaIndex(registry: registry, fallback: draft ?? .draft202012)
    let root = try index.load(schema, at: URIReference(baseURI ?? ""), draft: draft)
    var compiler = SchemaCompiler(index: index, patterns: patterns, assertsFormat: assertsFormat)
    program = try compiler.compile(schema, in: root)
  }

  /// Finds all violations of the schema.
  ///
  /// - Parameter value: the value to look at.
  /// - Returns: the violations in the order of the value's text; none when the value is valid.
  public func validate(_ value: JSONValue) -> [SchemaViolation] {
    var evaluation = SchemaEvaluation(program, isCollecting: true)
    let isValid = evaluation.run(value)
    return isValid ? [] : evaluation.violations(in: value)
  }

  /// Whether the schema allows a value; it stops at the first violation.
  ///
  /// - Parameter value: the value to look at.
  public func isValid(_ value: JSONValue) -> Bool {
    var evaluation = SchemaEvaluation(program, isCollecting: false)
    return evaluation.run(value)
  }
}
