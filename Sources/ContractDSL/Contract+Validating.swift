public import ContractModel
import JSONText

extension Contract {
  /// What is wrong with the contract; none when it can be used.
  public var problems: [Diagnostic] {
    var problems: [Diagnostic] = []
    if consumer.isEmpty { problems.append(Diagnostic(.error, "the consumer has no name")) }
    if provider.isEmpty { problems.append(Diagnostic(.error, "the provider has no name")) }
    var seen: [InteractionName: Interaction] = [:]
    for interaction in interactions {
      problems += interaction.problems
      let name = InteractionName(interaction)
      if let first = seen[name], !first.saysTheSame(as: interaction) {
        problems.append(
          Diagnostic(
            .error,
            "'\(interaction.description)': another interaction has this description and these states"
              + (first.location.map { " (\($0))" } ?? "") + ", but other content",
            file: interaction.location?.file,
            position: interaction.location.map { JSONPosition(line: $0.line, column: 1) }))
      }
      seen[name] = seen[name] ?? interaction
    }
    return problems
  }

  /// The contract, when nothing is wrong with it.
  ///
  /// ```swift
  /// let contract = try Contract(
  ///   consumer: "web-shop", provider: "order-service", interactions: [.order42]
  /// ).validated()
  /// ```
  ///
  /// - Throws: ``ContractProblems`` with everything that is wrong.
  public func validated() throws(ContractProblems) -> Contract {
    let problems = problems
    guard problems.isEmpty else { throw ContractProblems(diagnostics: problems) }
    return self
  }
}

/// What tells the interactions of a contract apart.
private struct InteractionName: Hashable {
  let description: ExactText
  let states: [ProviderState]

  init(_ interaction: Interaction) {
    description = ExactText(interaction.description)
    states = interaction.providerStates
  }
}

extension Interaction {
  /// Whether both say the same, wherever they stand.
  fileprivate func saysTheSame(as other: Interaction) -> Bool {
    var other = other
    other.location = location
    other.source = source
    return self == other
  }
}
