public import ContractModel

/// An interaction that is to be verified, with its contract.
public struct VerificationItem: Sendable {
  /// The party that calls.
  public var consumer: String
  /// The party that answers.
  public var provider: String
  /// The version whose semantics apply.
  public var specification: SpecificationVersion
  /// The interaction.
  public var interaction: Interaction

  /// Creates an item.
  public init(_ interaction: Interaction, of contract: Contract) {
    consumer = contract.consumer
    provider = contract.provider
    specification = contract.specification
    self.interaction = interaction
  }
}
