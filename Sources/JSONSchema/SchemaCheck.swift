import JSONText

/// One thing to check; schemas in it are indices of nodes.
enum SchemaCheck: Sendable {
  case never
  case type(Set<String>, exact: Bool)
  case enumeration(Set<ValueKey>)
  case constant(ValueKey)
  case bound(NumberBound, JSONDecimal)
  case multipleOf(JSONDecimal)
  case size(SizeBound, Int)
  case pattern(any CompiledPattern)
  case format(SchemaFormat)
  case regexFormat(any PatternMatching)
  case required([String])
  case members(MemberRules)
  case items(prefix: [Int], rest: Int?)
  case contains(Int, minimum: Int, maximum: Int, evaluates: Bool)
  case uniqueItems
  case propertyNames(Int)
  case dependentRequired([String: [String]])
  case dependentSchemas([(name: String, node: Int)])
  case allOf([Int])
  case anyOf([Int])
  case oneOf([Int])
  case not(Int)
  case conditional(Int, then: Int?, otherwise: Int?)
  case reference(Int)
  case dynamicReference(String, fallback: Int)
  case unevaluatedItems(Int)
  case unevaluatedProperties(Int)

  /// Whether the check needs to know what the others have looked at.
  var isUnevaluated: Bool {
    switch self {
    case .unevaluatedItems, .unevaluatedProperties: true
    default: false
    }
  }
}

extension SchemaCheck {
  /// Whether the check walks over all that lies in a value.
  var looksAtAll: Bool {
    switch self {
    case .enumeration, .constant, .uniqueItems: true
    default: false
    }
  }
}

/// How a number is limited.
enum NumberBound: String, Sendable, CaseIterable {
  case minimum, maximum, exclusiveMinimum, exclusiveMaximum
}

/// How a length or count is limited.
enum SizeBound: String, Sendable, CaseIterable {
  case minLength, maxLength, minItems, maxItems, minProperties, maxProperties

  /// The kind of value that has the size.
  var kind: JSONKind {
    switch self {
    case .minLength, .maxLength: .string
    case .minItems, .maxItems: .array
    case .minProperties, .maxProperties: .object
    }
  }

  /// Whether the limit is a lower one.
  var isMinimum: Bool { rawValue.hasPrefix("min") }
}

/// What `properties`, `patternProperties` and `additionalProperties` say together.
struct MemberRules: Sendable {
  /// The schemas by name.
  var properties: [String: Int] = [:]
  /// The schemas by pattern.
  var patterns: [(pattern: any CompiledPattern, node: Int)] = []
  /// The schema of all other members.
  var additional: Int?
}

/// A check and the keyword that it comes from.
struct SchemaKeyword: Sendable {
  /// The keyword.
  let name: String
  /// The keyword's value in the schema.
  let source: JSONValue
  /// What to check.
  let check: SchemaCheck
}

/// One compiled schema.
struct SchemaNode: Sendable {
  /// The resource that it lies in, for the dynamic scope.
  let resource: Int
  /// What to check, in the order of the text, unevaluated content last.
  var keywords: [SchemaKeyword] = []
  /// Whether one of the keywords needs to know what the others have looked at.
  var tracks = false
}

/// All compiled schemas, the root first.
struct SchemaProgram: Sendable {
  /// The nodes.
  var nodes: [SchemaNode] = []
  /// The nodes of dynamic anchors, by name and resource.
  var dynamicTargets: [String: [Int: Int]] = [:]
  /// The URIs of the documents, by identity, for the violations.
  var uris: [ObjectIdentifier: String] = [:]
}
