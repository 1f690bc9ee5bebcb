import ContractModel
import JSONText

/// Compares the values of one field as a list, by rules that speak of lists such as `eachValue` and
/// `arrayContains`, or of single values of it.
struct ValueListMatcher: Sendable {
  private let plan: JSONPlan

  /// - Parameter rules: the rules of the list, and of its values by their indices.
  /// - Throws: ``RuleError`` when a rule does not fit a list.
  init(_ values: [String], _ rules: RuleTree) throws(RuleError) {
    plan = try JSONPlan(Self.list(values), rules: rules, start: rules.root)
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
