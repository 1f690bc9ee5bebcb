import JSONText

/// `boolean`: a JSON boolean, or the text `true` or `false`.
struct BooleanRule: MatchingRule {
  let name = "boolean"

  func accepts(like example: ValueKinds) -> ValueKinds { .boolean }

  func difference(of actual: Operand, from expected: Operand) -> String? {
    if case .json(let value) = actual, value.kind == .boolean { return nil }
    if ["true", "false"].contains(actual.string) { return nil }
    return "Expected \(actual.described) to match a boolean"
  }
}
