import ContractModel
import JSONText

/// A rule as files write it, e.g. `{"match": "type", "min": 1}`, and what can be read from it.
struct RuleDefinition {
  let json: JSONValue

  /// The name of the rule; version 2 files may leave it out.
  func name() throws(RuleError) -> String {
    if let match = json["match"] {
      guard let name = match.string else { throw RuleError("expected a string for 'match'") }
      return name
    }
    for name in ["regex", "datetime", "timestamp", "date", "time"] where json[name] != nil {
      return name
    }
    switch (json["min"] != nil, json["max"] != nil) {
    case (true, true): return "type"
    case (true, false): return "min"
    case (false, true): return "max"
    case (false, false): throw RuleError("the matching rule has no 'match'")
    }
  }

  /// A member that must be a string.
  func text(_ member: String) throws(RuleError) -> String {
    guard let text = json[member]?.string else {
      throw RuleError(
        "the matching rule '\(json["match"]?.string ?? member)' needs a string '\(member)'")
    }
    return text
  }

  /// The first of several members that is there, which must be a string.
  func optionalText(_ members: [String]) throws(RuleError) -> String? {
    for member in members {
      guard let value = json[member], !value.isNull else { continue }
      guard let text = value.string else {
        throw RuleError("expected a string for '\(member)'", rule: value)
      }
      return text
    }
    return nil
  }

  /// `min` and `max`; some writers give them as strings.
  func count() throws(RuleError) -> ElementCount {
    let count = ElementCount(least: try size("min"), greatest: try size("max"))
    if let least = count.least, let greatest = count.greatest, least > greatest {
      throw RuleError("'min' is \(least), more than 'max', which is \(greatest)")
    }
    return count
  }

  private func size(_ member: String) throws(RuleError) -> Int? {
    guard let value = json[member], !value.isNull else { return nil }
    guard let size = value.integer ?? value.string.flatMap({ Int($0) }), size >= 0 else {
      throw RuleError("expected a whole number of at least 0 for '\(member)'")
    }
    return size
  }

  /// The rules of `eachKey` and `eachValue`, all of which have to hold.
  func nested() throws(RuleError) -> RuleSet {
    guard let list = json["rules"], list.kind == .array, !list.isEmpty else {
      throw RuleError("the matching rule '\(try name())' needs a list 'rules' of matching rules")
    }
    var rules: [any MatchingRule] = []
    for definition in list.elements {
      let rule = try MatchingRuleTable.rule(definition)
      try MatchingRuleTable.check(rule, in: .body, definition)
      rules.append(rule)
    }
    return RuleSet(.and, rules, source: json)
  }

  /// The variants of `arrayContains`.
  func variants() throws(RuleError) -> [ArrayVariant] {
    guard let list = json["variants"], list.kind == .array else {
      throw RuleError("the matching rule '\(try name())' needs a list 'variants'")
    }
    var variants: [ArrayVariant] = []
    for (place, variant) in list.elements.enumerated() {
      guard variant.kind == .object else {
        throw RuleError("expected an object as variant", rule: variant)
      }
      let index = variant["index"] == nil ? place : variant["index"]?.integer
      guard let index, index >= 0 else {
        throw RuleError("expected a whole number of at least 0 for 'index'", rule: variant)
      }
      var sets: [MatchingRuleSet] = []
      for member in (variant["rules"] ?? .null).members { sets.append(try Self.set(member)) }
      variants.append(ArrayVariant(index: index, rules: try RuleTree(sets)))
    }
    return variants
  }

  private static func set(_ member: JSONMember) throws(RuleError) -> MatchingRuleSet {
    let value = member.value
    guard let matchers = value["matchers"] else {
      return MatchingRuleSet(.body, member.name, rules: [value])
    }
    let combine = value["combine"]?.string?.uppercased() ?? "AND"
    guard let combination = MatchingRuleSet.Combination(rawValue: combine),
      matchers.kind == .array
    else {
      throw RuleError("expected a list of 'matchers', combined by AND or OR", rule: value)
    }
    return MatchingRuleSet(
      .body, member.name, combination: combination, rules: Array(matchers.elements))
  }
}
