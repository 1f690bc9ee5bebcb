import ContractModel
import JSONText

/// Compares the values of one field as a list, by rules that speak of lists such as `eachValue` and
/// `arrayContains`.
struct ValueListMatcher: Sendable {
  private let plan: JSONPlan

  /// - Throws: ``RuleError`` when a rule does not fit a list.
  init(_ values: [String], _ rules: RuleSet) throws(RuleError) {
    let tree = RuleTree(root: rules)
    plan = try JSONPlan(Self.list(values), rules: tree, start: tree.root)
  }

  private static func list(_ values: [String]) -> JSONValue {
    JSONValue.make { writer in
      writer.array { writer in for value in values { writer.string(value) } }
    }
  }

  /// What differs, each with the name of the rule.
  func differences(_ actual: [String]) -> [(rule: String, message: String)] {
    let actual = Self.list(actual)
    var comparison = JSONComparison(
      plan, actual.document, isStrict: true, places: PlaceFinder(), isText: true)
    comparison.run()
    return comparison.mismatches.map { ($0.rule ?? "equality", $0.message) }
  }
}
