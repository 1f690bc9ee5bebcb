import ContractModel
import JSONText

/// Reads matching rules and generators: version 2's flat map and the categories since version 3.
struct PactRulesReader {
  let context: FileContext

  init(context: FileContext) { self.context = context }

  /// Reads rules; an empty list of them says nothing, and is left out.
  mutating func read(_ value: JSONValue?) throws(Diagnostic) -> [MatchingRuleSet] {
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

  private func selector(_ path: PathExpression, in category: MatchingRuleSet.Category) -> String {
    if category == .body { return path.description }
    if case .key(let name)? = path.tokens.first { return name }
    return ""
  }

  private func path(_ key: JSONValue) throws(Diagnostic) -> PathExpression {
    do {
      return try PathExpression(parsing: key.string ?? "")
    } catch {
      throw context.error(error.description, at: key)
    }
  }

  private func category(
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
    guard let matchers = value["matchers"] else { return (.and, [value]) }
    try context.require(matchers, .array, "matchers")
    var combination = MatchingRuleSet.Combination.and
    if let combine = value["combine"] {
      let text = try context.string(combine, "combine")
      guard let known = MatchingRuleSet.Combination(rawValue: text.uppercased()) else {
        throw context.error("expected AND or OR for 'combine', found '\(text)'", at: combine)
      }
      combination = known
    }
    return (combination, Array(matchers.elements))
  }

  mutating func readGenerators(_ value: JSONValue?) throws(Diagnostic) -> [GeneratorEntry] {
    guard let value, !value.isNull else { return [] }
    try context.require(value, .object, "generators")
    var entries: [GeneratorEntry] = []
    for member in value.members {
      if member.name.hasPrefix("$") {
        let expression = try path(member.key)
        guard case .key(let part)? = expression.tokens.first else { continue }
        let category = try self.category(named: part, at: member.key)
        let rest = PathExpression(Array(expression.tokens.dropFirst()))
        entries.append(
          GeneratorEntry(category, selector(rest, in: category), definition: member.value))
        continue
      }
      let category = try self.category(named: member.name, at: member.key)
      try context.require(member.value, .object, member.name)
      if member.value["type"]?.string != nil {
        entries.append(GeneratorEntry(category, "", definition: member.value))
        continue
      }
      for entry in member.value.members {
        entries.append(GeneratorEntry(category, entry.name, definition: entry.value))
      }
    }
    return entries
  }
}
