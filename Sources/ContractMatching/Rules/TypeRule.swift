import JSONText

/// `type`: any value of the same JSON kind, with `min` and `max` for the number of elements.
struct TypeRule: MatchingRule {
  let name: String
  let elementCount: ElementCount?

  init(name: String = "type", elementCount: ElementCount? = nil) {
    self.name = name
    self.elementCount = elementCount
  }
  let concernsContainers = true

  func difference(of actual: Operand, from expected: Operand) -> String? {
    // Texts of headers, paths and queries are all of one type.
    guard case .json(let value) = actual, case .json(let example) = expected else { return nil }
    guard value.kind != example.kind else { return nil }
    return "Expected \(actual.described) to be the same type as \(expected.described)"
  }
}
