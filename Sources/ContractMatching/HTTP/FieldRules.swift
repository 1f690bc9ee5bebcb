import ContractModel

/// The rules of one category by the names of its fields.
struct FieldRules: Sendable {
  /// The rules for one field.
  private struct Entry: Sendable {
    /// Those for each value.
    var whole: RuleSet?
    /// Those for the value at an index.
    var values: [Int: RuleSet] = [:]

    /// Whether the values are compared as a list, and not each on its own.
    var isList: Bool { !values.isEmpty || whole?.isStructural == true }

    var tree: RuleTree {
      var rules: [(path: PathExpression, rules: RuleSet)] = []
      if let whole { rules.append((PathExpression(), whole)) }
      for (index, set) in values.sorted(by: { $0.key < $1.key }) {
        rules.append((PathExpression([.index(index)]), set))
      }
      return RuleTree(rules)
    }
  }

  private var entries: [String: Entry] = [:]
  /// How the values of a field are compared as a list, where rules speak of lists.
  private var lists: [String: ValueListMatcher] = [:]
  private let ignoresCase: Bool
  /// The rule sets of names that the example does not have.
  private(set) var unused: [MatchingRuleSet] = []

  /// No rules.
  init() { ignoresCase = false }

  /// - Parameters:
  ///   - examples: the fields that the example has.
  ///   - ignoresCase: whether names are compared without case.
  /// - Throws: ``RuleError`` when a rule is not known or not valid.
  init(
    _ rules: [MatchingRuleSet], _ category: MatchingRuleSet.Category, examples: [Field],
    ignoresCase: Bool
  ) throws(RuleError) {
    self.ignoresCase = ignoresCase
    guard rules.contains(where: { $0.category == category }) else { return }
    var counts: [String: Int] = [:]
    for field in examples { counts[key(field.name), default: 0] += field.values.count }
    for set in rules where set.category == category {
      let compiled = try RuleSet(set)
      let target = try target(of: set.selector, counts)
      let name = key(target.name)
      if isTaken(name, target.index) {
        unused.append(set)
      } else if let index = target.index {
        entries[name, default: Entry()].values[index] = compiled
      } else {
        entries[name, default: Entry()].whole = compiled
      }
      if !name.isEmpty, counts[name, default: 0] <= target.index ?? 0 { unused.append(set) }
    }
    try makeLists(examples)
  }

  /// The rules of fields, which are compiled already.
  ///
  /// - Parameters:
  ///   - whole: those for each value of a field.
  ///   - values: those for single values of a field.
  /// - Throws: ``RuleError`` when a rule does not fit a list of values.
  init(
    whole: [String: RuleSet], values: [String: [Int: RuleSet]], examples: [Field]
  ) throws(RuleError) {
    ignoresCase = false
    for (name, set) in whole { entries[name, default: Entry()].whole = set }
    for (name, sets) in values { entries[name, default: Entry()].values = sets }
    try makeLists(examples)
  }

  /// The field that a selector names: `name`, or `name[0]` where the example has no field of that name.
  private func target(
    of selector: String, _ counts: [String: Int]
  ) throws(RuleError) -> FieldSelector.Target {
    guard !selector.isEmpty else { return FieldSelector.Target(name: "", index: nil) }
    let targets = try FieldSelector(selector).targets
    return targets.first { counts[key($0.name)] != nil } ?? targets[0]
  }

  private func isTaken(_ name: String, _ index: Int?) -> Bool {
    guard let entry = entries[name] else { return false }
    return index.map { entry.values[$0] != nil } ?? (entry.whole != nil)
  }

  private mutating func makeLists(_ examples: [Field]) throws(RuleError) {
    for field in examples {
      guard let entry = entries[key(field.name)] ?? entries[""], entry.isList else { continue }
      lists[key(field.name)] = try ValueListMatcher(field.values, entry.tree)
    }
  }

  private func key(_ name: String) -> String { ignoresCase ? name.lowercased() : name }

  /// The rules for each value of a field; those without a name are for every field.
  subscript(name: String) -> RuleSet? {
    guard !entries.isEmpty else { return nil }
    return entries[key(name)]?.whole ?? entries[""]?.whole
  }

  /// How the values of a field are compared as a list, or `nil` when each is compared on its own.
  func list(_ name: String) -> ValueListMatcher? {
    lists.isEmpty ? nil : lists[key(name)]
  }
}
