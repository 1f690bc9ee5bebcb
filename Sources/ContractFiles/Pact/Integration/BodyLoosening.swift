import ContractModel

extension [MatchingRuleSet] {
  /// These rules and behind them those of a body for paths that these have none for.
  func addingBody(_ rules: [MatchingRuleSet]) -> [MatchingRuleSet] {
    guard !rules.isEmpty else { return self }
    let known = bodyPaths(filter { $0.category == .body }.map(\.selector))
    return self + rules.filter { !known.contains(bodyPath($0.selector)) }
  }
}

extension [GeneratorEntry] {
  /// These generators and behind them those of a body for paths that these have none for.
  func addingBody(_ generators: [GeneratorEntry]) -> [GeneratorEntry] {
    guard !generators.isEmpty else { return self }
    let known = bodyPaths(filter { $0.category == .body }.map(\.selector))
    return self + generators.filter { !known.contains(bodyPath($0.selector)) }
  }
}

/// The places that paths name, however they spell them.
private func bodyPaths(_ selectors: [String]) -> Set<PathExpression?> {
  Set(selectors.map(bodyPath))
}

private func bodyPath(_ selector: String) -> PathExpression? {
  try? PathExpression(parsing: selector)
}
