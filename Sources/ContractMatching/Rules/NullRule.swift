import JSONText

/// `null`: JSON `null`.
struct NullRule: MatchingRule {
  let name = "null"
  let concernsContainers = true

  func accepts(like example: ValueKinds) -> ValueKinds { .null }

  func difference(of actual: Operand, from expected: Operand) -> String? {
    if case .json(let value) = actual, value.isNull { return nil }
    return "Expected \(actual.described) to be a null value"
  }
}
