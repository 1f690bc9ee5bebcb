import ContractModel
import JSONText

/// The rules that are known, by every name that files use for them.
enum MatchingRuleTable {
  private typealias Make = @Sendable (RuleDefinition) throws(RuleError) -> any MatchingRule

  private static let rules: [String: Make] = [
    "equality": { _ throws(RuleError) in EqualityRule() },
    "regex": { rule throws(RuleError) in
      RegexRule(expression: try RegularExpression(try rule.text("regex")))
    },
    "type": { rule throws(RuleError) in
      let count = try rule.count()
      return TypeRule(elementCount: count.isUnlimited ? nil : count)
    },
    "min": { rule throws(RuleError) in try sized("min", rule) },
    "min-type": { rule throws(RuleError) in try sized("min", rule) },
    "max": { rule throws(RuleError) in try sized("max", rule) },
    "max-type": { rule throws(RuleError) in try sized("max", rule) },
    "include": { rule throws(RuleError) in IncludeRule(text: try rule.text("value")) },
    "number": { _ throws(RuleError) in NumberRule(kind: .number) },
    "integer": { _ throws(RuleError) in NumberRule(kind: .integer) },
    "decimal": { _ throws(RuleError) in NumberRule(kind: .decimal) },
    "real": { _ throws(RuleError) in NumberRule(kind: .decimal) },
    "boolean": { _ throws(RuleError) in BooleanRule() },
    "null": { _ throws(RuleError) in NullRule() },
    "date": { rule throws(RuleError) in try dateTime(.date, rule, ["date"]) },
    "time": { rule throws(RuleError) in try dateTime(.time, rule, ["time"]) },
    "datetime": { rule throws(RuleError) in
      try dateTime(.dateTime, rule, ["datetime", "timestamp"])
    },
    "timestamp": { rule throws(RuleError) in
      try dateTime(.dateTime, rule, ["timestamp", "datetime"])
    },
    "contentType": { rule throws(RuleError) in ContentTypeRule(type: try rule.text("value")) },
    "content-type": { rule throws(RuleError) in ContentTypeRule(type: try rule.text("value")) },
    "values": { _ throws(RuleError) in ValuesRule() },
    "notEmpty": { _ throws(RuleError) in NotEmptyRule() },
    "not-empty": { _ throws(RuleError) in NotEmptyRule() },
    "semver": { _ throws(RuleError) in SemverRule() },
    "statusCode": { rule throws(RuleError) in try StatusCodeRule(rule.json["status"]) },
    "status-code": { rule throws(RuleError) in try StatusCodeRule(rule.json["status"]) },
    "eachKey": { rule throws(RuleError) in EachKeyRule(try rule.nested()) },
    "each-key": { rule throws(RuleError) in EachKeyRule(try rule.nested()) },
    "eachValue": { rule throws(RuleError) in EachValueRule(try rule.nested()) },
    "each-value": { rule throws(RuleError) in EachValueRule(try rule.nested()) },
    "arrayContains": { rule throws(RuleError) in ArrayContainsRule(try rule.variants()) },
    "array-contains": { rule throws(RuleError) in ArrayContainsRule(try rule.variants()) },
    "ignore-order": { rule throws(RuleError) in IgnoreOrderRule(try rule.count()) },
    "ignoreOrder": { rule throws(RuleError) in IgnoreOrderRule(try rule.count()) },
  ]

  /// Makes a rule from its definition, e.g. `{"match": "type", "min": 1}`.
  ///
  /// - Throws: ``RuleError`` for a rule that is not known or lacks something.
  static func rule(_ definition: JSONValue) throws(RuleError) -> any MatchingRule {
    guard definition.kind == .object else {
      throw RuleError("expected an object as matching rule", rule: definition)
    }
    do throws(RuleError) {
      let rule = RuleDefinition(json: definition)
      let name = try rule.name()
      guard let make = rules[name] else {
        let known = rules.keys.sorted().joined(separator: ", ")
        throw RuleError("the matching rule '\(name)' is not known; known are \(known)")
      }
      return try make(rule)
    } catch {
      throw RuleError(error.message, rule: error.rule ?? definition)
    }
  }

  /// Refuses a rule where it could never say anything.
  ///
  /// - Throws: ``RuleError`` with the categories that the rule is for.
  static func check(
    _ rule: any MatchingRule, in category: MatchingRuleSet.Category, _ definition: JSONValue
  ) throws(RuleError) {
    let isForStatus = rule is StatusCodeRule
    if isForStatus, category != .status {
      throw RuleError("the matching rule '\(rule.name)' is only for the status", rule: definition)
    }
    if rule.structure != nil, [.method, .path, .status].contains(category) {
      throw RuleError(
        "the matching rule '\(rule.name)' is for objects and lists; the \(category.rawValue) is a"
          + " single value", rule: definition)
    }
  }

  private static func sized(
    _ name: String, _ rule: RuleDefinition
  ) throws(RuleError) -> TypeRule {
    var count = try rule.count()
    if name == "min" { count.greatest = nil } else { count.least = nil }
    guard !count.isUnlimited else {
      throw RuleError("the matching rule '\(name)' needs a number '\(name)'")
    }
    return TypeRule(name: name, elementCount: count)
  }

  private static func dateTime(
    _ kind: DateTimeRule.Kind, _ rule: RuleDefinition, _ members: [String]
  ) throws(RuleError) -> DateTimeRule {
    let standard =
      switch kind {
      case .date: DateTimePattern.defaultDate
      case .time: DateTimePattern.defaultTime
      case .dateTime: DateTimePattern.defaultDateTime
      }
    let written = try rule.optionalText(["format"] + members)
    return DateTimeRule(kind: kind, pattern: try DateTimePattern(written ?? standard))
  }
}
