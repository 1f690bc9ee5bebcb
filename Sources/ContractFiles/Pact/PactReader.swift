import ContractModel
import JSONText

/// Reads Pact files of versions 1 to 4, and the variants that their writers are known to produce.
struct PactReader {
  let context: FileContext
  private(set) var diagnostics: [Diagnostic] = []

  init(context: FileContext) { self.context = context }

  /// - Parameter play: takes the interactions, which are then not kept; see
  ///   ``ContractFile/init(reading:file:playing:)``.
  mutating func read(
    _ root: JSONValue, playing play: ((Interaction, Contract) -> Void)? = nil
  ) throws(Diagnostic) -> Contract {
    var contract = Contract(
      consumer: try party("consumer", of: root), provider: try party("provider", of: root),
      specification: try specification(of: root))
    if play == nil {
      // Both would keep the whole text in memory.
      contract.metadata = root["metadata"]
      contract.source = root
    }
    try checkLists(of: root, contract.specification)
    for list in ["interactions", "messages"] {
      guard let values = root[list], !values.isNull else { continue }
      try context.require(values, .array, list)
      for value in values.elements {
        let isMessage = list == "messages"
        if let play {
          play(readAlone(value, contract.specification, isMessage), contract)
        } else {
          contract.interactions.append(
            read(value, context, contract.specification, isMessage, isForPlaying: false))
        }
      }
    }
    return contract
  }

  /// Reads an interaction out of its own copy of the text, which goes when the interaction goes.
  private mutating func readAlone(
    _ value: JSONValue, _ version: SpecificationVersion, _ isMessage: Bool
  ) -> Interaction {
    let alone = value.detached(at: context.position(of: value))
    let context = FileContext(file: context.file, document: alone.document)
    diagnostics += alone.document.duplicateKeys.map(context.duplicateKey)
    return read(alone, context, version, isMessage, isForPlaying: true)
  }

  private mutating func read(
    _ value: JSONValue, _ context: FileContext, _ version: SpecificationVersion,
    _ isMessage: Bool, isForPlaying: Bool
  ) -> Interaction {
    var reader = PactInteractionReader(
      context: context, specification: version, isMessage: isMessage, isForPlaying: isForPlaying)
    let interaction = reader.read(value)
    diagnostics += reader.diagnostics
    return interaction
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

  /// Notes that there is nothing to read. Version 3 has contracts of messages alone, so that a file
  /// without `interactions` is not wrong unless it says to be of another version.
  private mutating func checkLists(
    of root: JSONValue, _ version: SpecificationVersion
  ) throws(Diagnostic) {
    guard root["interactions"] == nil, root["messages"] == nil else { return }
    if let metadata = root["metadata"], version != .v3, try writtenVersion(metadata) != nil {
      throw context.error(
        "expected 'interactions', an array, in a contract of version \(version.rawValue)", at: root)
    }
    diagnostics.append(
      context.warning("the contract has neither 'interactions' nor 'messages'", at: root))
  }

  /// What the metadata says of the version, or `nil` when it says nothing.
  private func writtenVersion(_ metadata: JSONValue) throws(Diagnostic) -> JSONValue? {
    guard !metadata.isNull else { return nil }
    try context.require(metadata, .object, "metadata")
    let metadata = metadata.detached(at: context.position(of: metadata))
    var incomplete: JSONValue?
    for name in ["pactSpecification", "pact-specification", "pactSpecificationVersion"] {
      guard let value = metadata[name], !value.isNull else { continue }
      guard value.kind == .object else { return value }
      if let version = value["version"], !version.isNull { return version }
      incomplete = value
    }
    guard let incomplete else { return nil }
    throw context.error("expected the 'version' of the Pact specification", at: incomplete)
  }

  /// The version that the metadata gives, or the one whose marks the file shows.
  private func specification(of root: JSONValue) throws(Diagnostic) -> SpecificationVersion {
    if let metadata = root["metadata"], let written = try writtenVersion(metadata) {
      // Some writers give the version as a number.
      let text = written.string ?? written.text
      guard let version = SpecificationVersion(spelled: text) else {
        throw context.error(
          "version '\(text)' of the Pact specification is not known, expected 1 to 4", at: written)
      }
      return version
    }
    let interactions = root["interactions"]?.elements
    if interactions?.contains(where: { $0.detached()["type"] != nil }) == true { return .v4 }
    if root["messages"] != nil { return .v3 }
    let isThree = interactions?.contains { $0.detached()["providerStates"] != nil } == true
    return isThree ? .v3 : .v2
  }
}
