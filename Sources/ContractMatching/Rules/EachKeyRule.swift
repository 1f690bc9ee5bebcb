/// `eachKey`: an object whose keys all hold to the given rules.
///
/// It says nothing of the values: those are compared where a rule names them, or `eachValue` does.
struct EachKeyRule: MatchingRule {
  let name = "eachKey"
  let concernsContainers = true
  let structure: RuleStructure?

  init(_ rules: RuleSet) { structure = .eachKey(rules) }

  func difference(of actual: Operand, from expected: Operand) -> String? { nil }
}
