import ContractDSL
import FaultModel

/// What a mock plays: interactions, and faults that befall them.
struct Cast: Sendable {
  var expected: [Interaction] = []
  var played: [PlayedInteraction] = []
  var everywhere: [FaultStep] = []
  var seed: UInt64 = 0

  /// All interactions, each once.
  var interactions: [Interaction] {
    var all: [Interaction] = []
    for interaction in expected + played.map(\.interaction) where !all.contains(interaction) {
      all.append(interaction)
    }
    return all
  }

  /// The faults of each interaction: its own before those of all.
  var scripts: [FaultScript] {
    let own = played.filter { !$0.steps.isEmpty }.map(\.script)
    guard !everywhere.isEmpty else { return own }
    return own + interactions.map { PlayedInteraction($0, everywhere).script }
  }

  /// The contract that is played.
  ///
  /// - Throws: `ContractProblems` or ``ContractTestingError`` when it cannot be.
  func contract(_ provider: String, for consumer: String) throws -> Contract {
    let contract = try Contract(
      consumer: consumer, provider: provider, interactions: interactions
    ).validated()
    for interaction in contract.interactions {
      if case .http = interaction.content { continue }
      throw ContractTestingError(
        "'\(interaction.description)' is a \(interaction.content.kind), which no mock server plays;"
          + " test it with 'withMessage' or 'withSyncMessage'")
    }
    for played in played where played.steps.isEmpty {
      throw ContractTestingError("'\(played.interaction.description)' is played without a step")
    }
    for step in everywhere + played.flatMap(\.steps) {
      if let problem = step.problem { throw ContractTestingError("the step \(problem)") }
    }
    return contract
  }
}
