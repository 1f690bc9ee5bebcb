public import ContractDSL
public import FaultModel
public import Testing

/// What goes wrong while a test runs; ``MockServiceTrait`` does the work.
public struct PlayingTrait: TestTrait {
  var played: [PlayedInteraction] = []
  var everywhere: [FaultStep] = []
  var seed: UInt64?
}

extension Trait where Self == PlayingTrait {
  /// The test expects an interaction, and faults befall it.
  ///
  /// ```swift
  /// @Test(.playing(.order42, .status(503), .fault(.resetPeer), .asContracted))
  /// ```
  ///
  /// Faults refer to the contract and never enter its file.
  ///
  /// - Parameters:
  ///   - interaction: the interaction.
  ///   - steps: what happens to its first request, to the second, and so on; later ones are answered as
  ///     the contract says.
  ///   - seed: decides what is left to chance; `nil` for 0.
  public static func playing(
    _ interaction: Interaction, _ steps: FaultStep..., seed: UInt64? = nil
  ) -> Self {
    Self(played: [PlayedInteraction(interaction, steps)], seed: seed)
  }

  /// Faults befall every interaction of the test; each counts its own requests.
  ///
  /// - Parameters:
  ///   - steps: what happens to the first request of an interaction, to the second, and so on.
  ///   - seed: decides what is left to chance; `nil` for 0.
  public static func playing(everywhere steps: FaultStep..., seed: UInt64? = nil) -> Self {
    Self(everywhere: steps, seed: seed)
  }
}
