import JSONText
/// `equality`: the value of the contract, and no other.
struct EqualityRule: MatchingRule {
  let name = "equality"
  let concernsContainers = true

  func difference(of actual: Operand, from expected: Operand) -> String? {
    let isEqual =
      switch (actual, expected) {
      case (.json(let actual), .json(let expected)): actual == expected
      case (.bytes(let actual), .bytes(let expected)): actual == expected
      default: actual.string.isExactly(expected.string)
      }
    return isEqual ? nil : "Expected \(actual.described) to be equal to \(expected.described)"
  }
}
