import JSONText

/// `type`: any value of the same JSON kind, with `min` and `max` for the number of elements.
struct TypeRule: MatchingRule {
  let name: String
  let elementCount: ElementCount?
  let concernsContainers = true

  init(name: String = "type", elementCount: ElementCount? = nil) {
    self.name = name
    self.elementCount = elementCount
  }

  func accepts(like example: ValueKinds) -> ValueKinds {
    example.isDisjoint(with: .number) ? example : .number
  }

  func difference(of actual: Operand, from expected: Operand) -> String? {
    guard actual.kind != expected.kind else { return nil }
    return "Expected \(actual.described) to be the same type as \(expected.described)"
  }
}

extension Operand {
  /// The kind of value; texts of headers, paths and queries are all strings, and bytes have none.
  fileprivate var kind: JSONKind? {
    switch self {
    case .json(let value): value.kind
    case .text: .string
    case .bytes: nil
    }
  }
}
