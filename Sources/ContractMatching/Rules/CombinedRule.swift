/// Rules combined by OR, where they have to hold together with others.
struct CombinedRule: MatchingRule {
  let set: RuleSet
  var name: String { self.set.name ?? "" }
  var concernsContainers: Bool { self.set.rules.contains(where: \.concernsContainers) }

  init(_ set: RuleSet) { self.set = set }

  func difference(of actual: Operand, from expected: Operand) -> String? {
    let messages = set.differences(of: actual, from: expected).map(\.message)
    return messages.isEmpty ? nil : messages.joined(separator: ", or ")
  }
}
