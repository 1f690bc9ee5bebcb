import ContractModel
import JSONText

/// Reads Pact files of versions 1 to 4, and the variants that their writers are known to produce.
struct PactReader {
  let context: FileContext
  private(set) var diagnostics: [Diagnostic] = []

  init(context: FileContext) { self.context = context }

  mutating func read(_ root: JSONValue) throws(Diagnostic) -> Contract {
    let consumer = try party("consumer", of: root)
    let provider = try party("provider", of: root)
    let version = try specification(of: root)
    var interactions: [Interaction] = []
    for list in ["interactions", "messages"] {
      guard let values = root[list] else { continue }
      try context.require(values, .array, list)
      for value in values.elements {
        var reader = PactInteractionReader(
          context: context, specification: version, isMessage: list == "messages")
        interactions.append(reader.read(value))
        diagnostics += reader.diagnostics
      }
    }
    return Contract(
      consumer: consumer, provider: provider, interactions: interactions,
      specification: version, metadata: root["metadata"], source: root)
  }

  private func party(_ role: String, of root: JSONValue) throws(Diagnostic) -> String {
    guard let party = root[role] else {
      throw context.error("expected '\(role)' with a 'name'", at: root)
    }
    try context.require(party, .object, role)
    guard let name = party["name"] else {
      throw context.error("expected a 'name' in '\(role)'", at: party)
    }
    let text = try context.string(name, "name")
    guard !text.isEmpty else {
      throw context.error("the name of the \(role) is empty", at: name)
    }
    return text
  }

  /// The version that the metadata gives, or the one whose marks the file shows.
  private func specification(of root: JSONValue) throws(Diagnostic) -> SpecificationVersion {
    let metadata = root["metadata"]
    let written =
      metadata?["pactSpecification"]?["version"] ?? metadata?["pact-specification"]?["version"]
      ?? metadata?["pactSpecificationVersion"]
    if let written {
      // Some writers give the version as a number.
      let text = written.string ?? written.text
      guard let version = SpecificationVersion(spelled: text) else {
        throw context.error(
          "version '\(text)' of the Pact specification is not known, expected 1 to 4", at: written)
      }
      return version
    }
    let interactions = root["interactions"]?.elements
    if interactions?.contains(where: { $0["type"] != nil }) == true { return .v4 }
    if root["messages"] != nil { return .v3 }
    if interactions?.contains(where: { $0["providerStates"] != nil }) == true { return .v3 }
    return .v2
  }
}
