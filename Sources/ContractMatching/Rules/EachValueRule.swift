/// `eachValue`: an object or array whose values all hold to the given rules.
///
/// The rules stand at each value as if the path went on with `.*`. Rules of longer paths apply as well.
struct EachValueRule: MatchingRule {
  let name = "eachValue"
  let concernsContainers = true
  let structure: RuleStructure?

  init(_ rules: RuleSet) { structure = .eachValue(rules) }

  func difference(of actual: Operand, from expected: Operand) -> String? { nil }
}
