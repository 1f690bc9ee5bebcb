import JSONText

/// The rules that are known, by every name that files use for them.
enum MatchingRuleTable {
  private typealias Make = @Sendable (JSONValue) throws(RuleError) -> any MatchingRule

  private static let rules: [String: Make] = [
    "equality": { _ throws(RuleError) in EqualityRule() },
    "regex": { rule throws(RuleError) in
      RegexRule(expression: try RegularExpression(try text(rule, "regex")))
    },
    "type": { rule throws(RuleError) in try type("type", rule, least: "min", greatest: "max") },
    "min": { rule throws(RuleError) in try type("min", rule, least: "min", greatest: nil) },
    "min-type": { rule throws(RuleError) in try type("min", rule, least: "min", greatest: nil) },
    "max": { rule throws(RuleError) in try type("max", rule, least: nil, greatest: "max") },
    "max-type": { rule throws(RuleError) in try type("max", rule, least: nil, greatest: "max") },
    "include": { rule throws(RuleError) in IncludeRule(text: try text(rule, "value")) },
    "number": { _ throws(RuleError) in NumberRule(kind: .number) },
    "integer": { _ throws(RuleError) in NumberRule(kind: .integer) },
    "decimal": { _ throws(RuleError) in NumberRule(kind: .decimal) },
    "real": { _ throws(RuleError) in NumberRule(kind: .decimal) },
    "boolean": { _ throws(RuleError) in BooleanRule() },
    "null": { _ throws(RuleError) in NullRule() },
  ]

  /// Makes a rule from its definition, e.g. `{"match": "type", "min": 1}`.
  ///
  /// - Throws: ``RuleError`` for a rule that is not known or lacks something.
  static func rule(_ definition: JSONValue) throws(RuleError) -> any MatchingRule {
    guard definition.kind == .object else {
      throw RuleError("expected an object as matching rule", rule: definition)
    }
    do throws(RuleError) {
      let name = try name(of: definition)
      guard let make = rules[name] else {
        let known = rules.keys.sorted().joined(separator: ", ")
        throw RuleError("the matching rule '\(name)' is not known; known are \(known)")
      }
      return try make(definition)
    } catch {
      throw RuleError(error.message, rule: error.rule ?? definition)
    }
  }

  /// The name of a rule; version 2 files may leave it out.
  private static func name(of definition: JSONValue) throws(RuleError) -> String {
    if let match = definition["match"] {
      guard let name = match.string else { throw RuleError("expected a string for 'match'") }
      return name
    }
    if definition["regex"] != nil { return "regex" }
    if definition["min"] != nil, definition["max"] != nil { return "type" }
    if definition["min"] != nil { return "min" }
    if definition["max"] != nil { return "max" }
    throw RuleError("the matching rule has no 'match'")
  }

  private static func text(_ rule: JSONValue, _ member: String) throws(RuleError) -> String {
    guard let text = rule[member]?.string else {
      throw RuleError(
        "the matching rule '\(rule["match"]?.string ?? member)' needs a string '\(member)'")
    }
    return text
  }

  private static func type(
    _ name: String, _ rule: JSONValue, least: String?, greatest: String?
  ) throws(RuleError) -> TypeRule {
    let count = ElementCount(
      least: try size(rule, least), greatest: try size(rule, greatest))
    let isBounded = count.least != nil || count.greatest != nil
    if name != "type", !isBounded {
      throw RuleError("the matching rule '\(name)' needs a number '\(name)'")
    }
    return TypeRule(name: name, elementCount: isBounded ? count : nil)
  }

  /// A size; some writers give it as a string.
  private static func size(_ rule: JSONValue, _ member: String?) throws(RuleError) -> Int? {
    guard let member, let value = rule[member], !value.isNull else { return nil }
    guard let size = value.integer ?? value.string.flatMap({ Int($0) }), size >= 0 else {
      throw RuleError("expected a whole number of at least 0 for '\(member)'")
    }
    return size
  }
}
