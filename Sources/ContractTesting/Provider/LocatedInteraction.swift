public import ContractDSL
import ContractVerifier
public import Testing

/// An interaction of a contract file: an argument of a test.
///
/// Each is a test case of its own, named after the interaction.
public struct LocatedInteraction: Sendable {
  /// The party that calls.
  public let consumer: String
  /// The party that answers.
  public let provider: String
  /// The interaction, with the line of its file.
  public let interaction: Interaction
  let specification: SpecificationVersion

  init(_ interaction: Interaction, of contract: Contract) {
    consumer = contract.consumer
    provider = contract.provider
    specification = contract.specification
    self.interaction = interaction
  }

  var item: VerificationItem {
    VerificationItem(
      interaction,
      of: Contract(consumer: consumer, provider: provider, specification: specification))
  }

  private var states: String {
    let names = interaction.providerStates.map(\.name).joined(separator: ", ")
    return names.isEmpty ? "" : " (given \(names))"
  }
}

extension LocatedInteraction: CustomTestStringConvertible {
  /// What the interaction is, for whom, and where it stands.
  public var testDescription: String { "\(consumer): \(interaction.description)\(states)" }
}

extension LocatedInteraction: CustomTestArgumentEncodable {
  /// Encodes what tells it from others.
  public func encodeTestArgument(to encoder: some Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode("\(consumer)/\(interaction.key ?? interaction.description)\(states)")
  }
}
