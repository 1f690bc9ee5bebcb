public import ContractModel
import JSONText

/// Writes contracts as Pact files: the same contract gives the same bytes on every run.
///
/// What was read in the version that is written comes out as it was read, unknown attributes
/// included, but for integration JSON, which becomes plain bodies and rules; the rest is written
/// from the model.
public struct PactWriter: Sendable {
  /// The version that is written: 2, 3 or 4.
  public var specification: SpecificationVersion

  /// Creates a writer.
  ///
  /// - Parameter specification: the version to write; 1 and 1.1 are written as 2, which has all that
  ///   they have.
  public init(specification: SpecificationVersion) {
    self.specification = max(specification, .v2)
  }

  /// Writes a contract.
  ///
  /// - Throws: ``Diagnostic`` when an interaction cannot be said in the version.
  public func bytes(_ contract: Contract) throws(Diagnostic) -> [UInt8] {
    var writer = JSONWriter()
    try writer.object { writer throws(Diagnostic) in
      try members(of: contract, to: &writer)
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// The file's members in the order in which they were read, what is missing behind them.
  private func members(
    of contract: Contract, to writer: inout JSONWriter
  ) throws(Diagnostic) {
    let messages = listName(for: contract)
    var missing = ["consumer", "provider", messages, "metadata"]
    for member in contract.source?.members ?? JSONValue.null.members {
      if ["interactions", "messages"].contains(member.name) {
        guard missing.contains(messages) else { continue }
        try write(messages, of: contract, to: &writer)
        missing.removeAll { $0 == messages }
      } else if let place = missing.firstIndex(of: member.name) {
        missing.remove(at: place)
        try write(member.name, of: contract, to: &writer)
      } else {
        writer.member(member.name, member.value)
      }
    }
    for name in missing { try write(name, of: contract, to: &writer) }
  }

  /// Version 3 keeps messages in a list of their own; the other versions know one list.
  private func listName(for contract: Contract) -> String {
    guard specification == .v3, !contract.interactions.isEmpty else {
      return contract.source?["messages"] != nil && specification == .v3
        ? "messages" : "interactions"
    }
    let isMessages = contract.interactions.allSatisfy { interaction in
      if case .message = interaction.content { true } else { false }
    }
    return isMessages ? "messages" : "interactions"
  }

  private func write(
    _ name: String, of contract: Contract, to writer: inout JSONWriter
  ) throws(Diagnostic) {
    switch name {
    case "consumer": party(name, contract.consumer, of: contract, to: &writer)
    case "provider": party(name, contract.provider, of: contract, to: &writer)
    case "metadata": metadata(of: contract, to: &writer)
    default:
      writer.key(name)
      try writer.array { writer throws(Diagnostic) in
        for interaction in contract.interactions {
          try self.interaction(interaction, of: contract, to: &writer)
        }
      }
    }
  }

  private func party(
    _ role: String, _ name: String, of contract: Contract, to writer: inout JSONWriter
  ) {
    writer.key(role)
    writer.object { writer in
      writer.member("name", name)
      for member in contract.source?[role]?.members ?? JSONValue.null.members
      where member.name != "name" {
        writer.member(member.name, member.value)
      }
    }
  }

  private func metadata(of contract: Contract, to writer: inout JSONWriter) {
    writer.key("metadata")
    if let metadata = contract.metadata, contract.specification == specification {
      writer.value(metadata)
      return
    }
    let versionKeys = ["pactSpecification", "pact-specification", "pactSpecificationVersion"]
    writer.object { writer in
      for member in contract.metadata?.members ?? JSONValue.null.members
      where !versionKeys.contains(member.name) {
        writer.member(member.name, member.value)
      }
      writer.key("pactSpecification")
      writer.object { $0.member("version", specification.metadataText) }
    }
  }

  private func interaction(
    _ interaction: Interaction, of contract: Contract, to writer: inout JSONWriter
  ) throws(Diagnostic) {
    if let source = interaction.source, max(contract.specification, .v2) == specification {
      if IntegrationMarker.isIn(source) {
        IntegrationPlainWriter(specification: specification)
          .write(interaction, source, to: &writer)
      } else {
        writer.value(source)
      }
      return
    }
    try PactInteractionWriter(specification: specification).write(interaction, to: &writer)
  }
}
