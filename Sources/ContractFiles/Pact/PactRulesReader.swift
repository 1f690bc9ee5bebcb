import ContractModel
import JSONText

/// Reads matching rules and generators: version 2's flat map and the categories since version 3.
struct PactRulesReader {
  let context: FileContext
  /// Whether rules that can be none are refused.
  let refusesWrongRules: Bool

  /// Reads rules; an empty list of them says nothing, and is left out.
  func read(_ value: JSONValue?) throws(Diagnostic) -> [MatchingRuleSet] {
    try all(value).filter { !$0.rules.isEmpty }
  }

  private func all(_ value: JSONValue?) throws(Diagnostic) -> [MatchingRuleSet] {
    guard let value, !value.isNull else { return [] }
    try context.require(value, .object, "matchingRules")
    var sets: [MatchingRuleSet] = []
    for member in value.members {
      if member.name.hasPrefix("$") {
        sets.append(try flat(member))
      } else {
        sets += try category(member)
      }
    }
    return sets
  }

  /// `"$.body.items[0]": {"match": "type"}`, the form of version 2.
  private func flat(_ member: JSONMember) throws(Diagnostic) -> MatchingRuleSet {
    let expression = try path(member.key)
    guard case .key(let part)? = expression.tokens.first else {
      throw context.error(
        "'\(member.name)' does not say which part it is of, expected $.body, $.headers, $.query,"
          + " $.path or $.method", at: member.key)
    }
    let category = try self.category(named: part, at: member.key)
    let rest = PathExpression(Array(expression.tokens.dropFirst()))
    let (combination, rules) = try definitions(member.value)
    return MatchingRuleSet(
      category, selector(rest, in: category), combination: combination, rules: rules)
  }

  private func category(_ member: JSONMember) throws(Diagnostic) -> [MatchingRuleSet] {
    let category = try self.category(named: member.name, at: member.key)
    try context.require(member.value, .object, member.name)
    if member.value["matchers"] != nil {
      let (combination, rules) = try definitions(member.value)
      return [MatchingRuleSet(category, "", combination: combination, rules: rules)]
    }
    var sets: [MatchingRuleSet] = []
    for entry in member.value.members {
      var selector = entry.name
      if category == .body {
        _ = try path(entry.key)
      } else if selector.hasPrefix("$"), let expression = try? PathExpression(parsing: selector) {
        selector = self.selector(expression, in: category)  // some writers give paths here as well
      }
      let (combination, rules) = try definitions(entry.value)
      sets.append(
        MatchingRuleSet(category, selector, combination: combination, rules: rules))
    }
    return sets
  }

  /// The place that a path names in a part: the path itself in a body and within an entry of metadata,
  /// else the field's name, with an index where it is for one of the field's values.
  func selector(_ path: PathExpression, in category: MatchingRuleSet.Category) -> String {
    if category == .body { return path.description }
    guard case .key(let name)? = path.tokens.first else { return "" }
    if category == .metadata, path.tokens.count > 1 { return path.description }
    if path.tokens.count == 2, case .index(let index) = path.tokens[1] {
      return "\(name)[\(index)]"
    }
    return name
  }

  /// The path that a key must be.
  func path(_ key: JSONValue) throws(Diagnostic) -> PathExpression {
    do {
      return try PathExpression(parsing: key.string ?? "")
    } catch {
      throw context.error(error.description, at: key)
    }
  }

  /// The part that a name stands for, in any of the spellings that writers use.
  func category(
    named name: String, at key: JSONValue
  ) throws(Diagnostic) -> MatchingRuleSet.Category {
    switch name.lowercased() {
    case "method": return .method
    case "path": return .path
    case "query": return .query
    case "header", "headers": return .header
    case "body", "content", "contents": return .body
    case "status": return .status
    case "metadata": return .metadata
    default:
      throw context.error(
        "matching rules for '\(name)' are not known, expected method, path, query, header, body,"
          + " status or metadata", at: key)
    }
  }

  private func definitions(
    _ value: JSONValue
  ) throws(Diagnostic) -> (MatchingRuleSet.Combination, [JSONValue]) {
    try context.require(value, .object, "matching rule")
    guard let matchers = value["matchers"] else {
      try check(value)
      return (.and, [value])
    }
    try context.require(matchers, .array, "matchers")
    var rules: [JSONValue] = []
    for rule in matchers.elements {
      try check(rule)
      rules.append(rule)
    }
    var combination = MatchingRuleSet.Combination.and
    if let combine = value["combine"], !combine.isNull {
      let text = try context.string(combine, "combine")
      guard let known = MatchingRuleSet.Combination(rawValue: text.uppercased()) else {
        throw context.error("expected AND or OR for 'combine', found '\(text)'", at: combine)
      }
      combination = known
    }
    return (combination, rules)
  }

  /// Members that tell what rule it is where version 2 leaves its name out.
  private static let telling = [
    "regex", "min", "max", "timestamp", "datetime", "date", "time",
  ]

  /// Refuses what can be no rule. Which names are known is decided where rules are compiled.
  private func check(_ rule: JSONValue) throws(Diagnostic) {
    guard refusesWrongRules else { return }
    try context.require(rule, .object, "matching rule")
    guard let match = rule["match"] else {
      guard Self.telling.contains(where: { rule[$0] != nil }) else {
        throw context.error("the matching rule has no 'match'", at: rule)
      }
      return
    }
    try context.require(match, .string, "match")
    guard match.text == "\"regex\"", rule["regex"]?.kind != .string else { return }
    throw context.error("the matching rule 'regex' needs a string 'regex'", at: rule)
  }
}
