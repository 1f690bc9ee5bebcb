/// An interaction, and what goes wrong while it is played.
///
/// ```swift
/// @Test(.playing(.order42, .status(503), .fault(.resetPeer), .asContracted))
/// ```
///
/// The faults befall the requests to the interaction, one step for each request; later ones are answered
/// as the contract says. They refer to the contract and never enter its file.
public struct PlayedInteraction: Sendable, Hashable {
  /// The interaction.
  public let interaction: Interaction
  /// What happens to its first request, to the second, and so on.
  public let steps: [FaultStep]

  /// Creates an interaction with faults.
  ///
  /// - Parameters:
  ///   - interaction: the interaction, which is expected as well.
  ///   - steps: what happens to its first request, to the second, and so on.
  public init(_ interaction: Interaction, _ steps: [FaultStep]) {
    self.interaction = interaction
    self.steps = steps
  }

  /// Creates an interaction with faults, for the argument `playing:`.
  public static func playing(_ interaction: Interaction, _ steps: FaultStep...) -> Self {
    Self(interaction, steps)
  }

  var script: FaultScript {
    FaultScript(
      name: interaction.description, target: .interaction(description: interaction.description),
      steps: steps)
  }
}
