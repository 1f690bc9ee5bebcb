/// `arrayContains`: an array in which each variant is found at least once, among anything else.
struct ArrayContainsRule: MatchingRule {
  let name = "arrayContains"
  let concernsContainers = true
  let structure: RuleStructure?

  init(_ variants: [ArrayVariant]) { structure = .contains(variants) }

  func difference(of actual: Operand, from expected: Operand) -> String? { nil }
}
