/// A rule as it holds for what lies below its place: the number of elements does not count there.
struct InheritedRule: MatchingRule {
  let rule: any MatchingRule
  var name: String { rule.name }
  var concernsContainers: Bool { rule.concernsContainers }

  init(_ rule: any MatchingRule) { self.rule = rule }

  func accepts(like example: ValueKinds) -> ValueKinds { rule.accepts(like: example) }

  func difference(of actual: Operand, from expected: Operand) -> String? {
    rule.difference(of: actual, from: expected)
  }
}
