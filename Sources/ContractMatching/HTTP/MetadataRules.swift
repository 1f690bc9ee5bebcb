import ContractModel
import JSONText

/// The rules for the entries of a message's metadata: `key`, or `$.key.a` for what lies in an entry.
struct MetadataRules {
  /// How each entry is compared that has rules.
  private(set) var plans: [String: JSONPlan] = [:]
  /// Rules that apply to nothing of the example.
  private(set) var unused: [MatchingRuleSet] = []

  private typealias Rules = [(path: PathExpression, rules: RuleSet)]

  /// - Throws: ``RuleError`` when a rule is not known, not valid, or does not fit the example.
  init(_ sets: [MatchingRuleSet], _ metadata: JSONValue?) throws(RuleError) {
    var rules: [String: (all: Rules, sets: [MatchingRuleSet])] = [:]
    var names: [String] = []
    for set in sets where set.category == .metadata {
      let compiled = try RuleSet(set)
      let (name, path) = Self.place(of: set.selector, metadata)
      guard metadata?[name] != nil else {
        unused.append(set)
        continue
      }
      if rules[name] == nil { names.append(name) }
      rules[name, default: ([], [])].all.append((path, compiled))
      rules[name]?.sets.append(set)
    }
    for name in names {
      guard let value = metadata?[name], let (all, sets) = rules[name] else { continue }
      let tree = RuleTree(all)
      let plan = try JSONPlan(value, rules: tree, start: tree.root)
      plans[name] = plan
      let missed = plan.use.unused(in: tree, count: all.count).map(\.source)
      unused += sets.filter { set in missed.contains { $0 == set.rules.first } }
    }
  }

  /// The entry that a selector is for, and the way in it.
  private static func place(
    of selector: String, _ metadata: JSONValue?
  ) -> (name: String, path: PathExpression) {
    if metadata?[selector] == nil, selector.hasPrefix("$"),
      let path = try? PathExpression(parsing: selector), case .key(let name)? = path.tokens.first
    {
      return (name, PathExpression(Array(path.tokens.dropFirst())))
    }
    return (selector, PathExpression())
  }
}
