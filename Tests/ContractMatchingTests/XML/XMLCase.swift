import ContractModel
import JSONText

@testable import ContractMatching

/// An expected document with its rules, and what an actual one gives.
struct XMLCase {
  /// The expected document with its rules.
  let plan: XMLPlan
  private let rules: RuleTree

  /// Prepares a case.
  ///
  /// - Parameter rules: paths with their rules as the specification writes them.
  init(_ expected: String, rules: KeyValuePairs<String, String> = [:]) throws {
    let sets = try rules.map { path, rule in
      MatchingRuleSet(.body, path, rules: try JSONValue(parsing: "[\(rule)]").elements.map { $0 })
    }
    try self.init(expected, sets: sets)
  }

  /// Prepares a case with rules as the model has them.
  init(_ expected: String, sets: [MatchingRuleSet]) throws {
    rules = try RuleTree(sets)
    plan = try XMLPlan(try XMLTree(parsing: expected), rules: rules, start: rules.root)
  }

  /// Everything that differs.
  func mismatches(_ actual: String, isRequest: Bool = false) throws -> [Mismatch] {
    var comparison = XMLComparison(plan, isStrict: isRequest, places: PlaceFinder())
    comparison.run(try XMLTree(parsing: actual))
    return comparison.mismatches
  }

  /// Everything that differs, as `path: message`.
  func differences(_ actual: String, isRequest: Bool = false) throws -> [String] {
    try mismatches(actual, isRequest: isRequest).map { "\($0.path): \($0.message)" }
  }

  /// The paths of the rules that apply to nothing of the example.
  var unused: [String] { plan.use.unused(in: rules).map(\.path.description) }
}
