/// `ignore-order`: an array with the elements of the example in any order, each once.
///
/// With `min` or `max` further elements are allowed within those limits.
struct IgnoreOrderRule: MatchingRule {
  let name = "ignore-order"
  let concernsContainers = true
  let elementCount: ElementCount?
  let structure: RuleStructure?

  init(_ count: ElementCount) {
    elementCount = count.isUnlimited ? nil : count
    structure = .anyOrder(count)
  }

  func difference(of actual: Operand, from expected: Operand) -> String? { nil }
}
