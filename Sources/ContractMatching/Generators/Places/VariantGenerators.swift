import ContractModel
import JSONText

/// Finds the generators that the variants of `arrayContains` rules hold.
struct VariantGenerators {
  /// The generators, with their paths in the whole body.
  private(set) var found: [(path: PathExpression, entry: GeneratorEntry)] = []

  /// How many variants may lie in each other.
  private static let depthLimit = 32

  /// - Throws: ``RuleError`` when the path of a rule or of a generator is not valid.
  init(_ rules: [MatchingRuleSet]) throws(RuleError) {
    for set in rules where set.category == .body {
      for rule in set.rules where Self.isArrayContains(rule) {
        try add(rule, at: try Self.path(set.selector, rule), depth: 1)
      }
    }
  }

  private static func isArrayContains(_ rule: JSONValue) -> Bool {
    let name = rule["match"]?.string
    return name == "arrayContains" || name == "array-contains"
  }

  private static func path(_ text: String, _ source: JSONValue) throws(RuleError) -> PathExpression
  {
    do {
      return try PathExpression(parsing: text)
    } catch {
      throw RuleError(error.description, rule: source)
    }
  }

  private mutating func add(
    _ rule: JSONValue, at path: PathExpression, depth: Int
  ) throws(RuleError) {
    guard depth <= Self.depthLimit else {
      throw RuleError("variants lie in each other more than \(Self.depthLimit) deep", rule: rule)
    }
    for (place, variant) in (rule["variants"] ?? .null).elements.enumerated() {
      // What is no variant is told where the rules are read.
      guard let index = variant["index"] == nil ? place : variant["index"]?.integer, index >= 0
      else { continue }
      let base = PathExpression(path.tokens + [.index(index)])
      for member in (variant["generators"] ?? .null).members {
        try add(member, below: base)
      }
      for member in (variant["rules"] ?? .null).members {
        try add(rulesOf: member, below: base, depth: depth)
      }
    }
  }

  private mutating func add(
    _ member: JSONMember, below base: PathExpression
  ) throws(RuleError) {
    let path = PathExpression(base.tokens + (try Self.path(member.name, member.key)).tokens)
    let entry = GeneratorEntry(.body, path.description, definition: member.value)
    found.append((path, entry))
  }

  /// Variants may hold arrays with variants of their own.
  private mutating func add(
    rulesOf member: JSONMember, below base: PathExpression, depth: Int
  ) throws(RuleError) {
    let list = member.value["matchers"].map { Array($0.elements) } ?? [member.value]
    for rule in list where Self.isArrayContains(rule) {
      let path = try Self.path(member.name, member.key)
      try add(rule, at: PathExpression(base.tokens + path.tokens), depth: depth + 1)
    }
  }
}
