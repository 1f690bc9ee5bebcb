public import JSONText

/// A JSON Schema, compiled once, that tells which values it allows.
///
/// Drafts 4, 6, 7, 2019-09 and 2020-12 are read as their specifications say
/// (https://json-schema.org/specification). Unknown keywords are ignored. A value and its schema may
/// be nested 500 levels deep together: a deeper one, or a reference that leads back to itself, is a
/// violation of the keyword `depth`. A check that takes more than ten million steps is a violation of
/// the keyword `steps`: it cannot hang.
public struct JSONSchema: Sendable {
  /// How many steps a check may take unless told otherwise: schemas that refer to each other can
  /// multiply.
  public static let stepLimit: Int = 10_000_000

  private let program: SchemaProgram

  /// Compiles a schema.
  ///
  /// - Parameters:
  ///   - schema: the schema, usually the root of its document.
  ///   - draft: the draft, whatever `$schema` says; `nil` for what it says, 2020-12 without it.
  ///   - baseURI: where the schema was found, for relative references.
  ///   - registry: the other documents that references may lead to.
  ///   - patterns: the engine of regular expressions; without one, `pattern` is an error.
  ///   - assertsFormat: whether `format` is checked; docs/json-schema.md lists the formats that are
  ///     known. Others are annotations.
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
  /// - Parameters:
  ///   - value: the value to look at.
  ///   - stepLimit: how many steps the check may take.
  /// - Returns: the violations in the order of the value's text; none when the value is valid.
  public func validate(
    _ value: JSONValue, stepLimit: Int = JSONSchema.stepLimit
  ) -> [SchemaViolation] {
    var evaluation = SchemaEvaluation(program, isCollecting: true, stepLimit: stepLimit)
    let isValid = evaluation.run(value)
    return isValid ? [] : evaluation.violations(in: value)
  }

  /// Whether the schema allows a value; it stops at the first violation.
  ///
  /// - Parameters:
  ///   - value: the value to look at.
  ///   - stepLimit: how many steps the check may take.
  public func isValid(_ value: JSONValue, stepLimit: Int = JSONSchema.stepLimit) -> Bool {
    var evaluation = SchemaEvaluation(program, isCollecting: false, stepLimit: stepLimit)
    return evaluation.run(value)
  }
}
