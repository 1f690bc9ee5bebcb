/// `values`: an object with any keys, whose values are like the example's.
struct ValuesRule: MatchingRule {
  let name = "values"
  let concernsContainers = true
  let structure: RuleStructure? = .values

  func difference(of actual: Operand, from expected: Operand) -> String? { nil }
}
