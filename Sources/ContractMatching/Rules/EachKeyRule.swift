/// `eachKey`: an object whose keys all hold to the given rules.
///
/// It says nothing of the values: of those only what rules name is compared, unless `eachValue` or `values`
/// stands beside it.
struct EachKeyRule: MatchingRule {
  let name = "eachKey"
  let concernsContainers = true
  let structure: RuleStructure?

  init(_ rules: RuleSet) { structure = .eachKey(rules) }

  func difference(of actual: Operand, from expected: Operand) -> String? { nil }
}
