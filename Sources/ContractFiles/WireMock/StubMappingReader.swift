import ContractModel
import JSONText
package import StubModel

/// Reads stub mappings as WireMock writes them.
///
/// What a request must be like is only looked at when it is compiled; everything else is checked here.
package struct StubMappingReader: Sendable {
  private let dialect: StubDialect

  /// Creates a reader.
  package init(_ dialect: StubDialect) { self.dialect = dialect }

  private static let members: Set<String> = [
    "id", "uuid", "name", "priority", "persistent", "request", "response", "scenarioName",
    "requiredScenarioState", "newScenarioState", "metadata", "insertionIndex",
  ]
  private static let allMembers = members.union(StubWebhookReader.members)
  /// Reads one mapping.
  ///
  /// - Throws: ``StubProblem`` with the place of what is wrong.
  package func read(_ mapping: StubCursor) throws(StubProblem) -> StubMapping {
    try mapping.object()
    try mapping.known(Self.allMembers)
    let empty = JSONValue.make { $0.object { _ in } }
    let request = mapping["request"] ?? StubCursor(empty, pointer: "\(mapping.pointer)/request")
    try request.object()
    let response = mapping["response"] ?? StubCursor(empty, pointer: "\(mapping.pointer)/response")
    var stub = StubMapping(
      request: request, response: try StubResponseReader(dialect).read(response),
      source: mapping.value)
    stub.id = try id(of: mapping)
    stub.name = try mapping["name"]?.string()
    if let priority = mapping["priority"] {
      stub.priority = try priority.integer(in: lowestPriority...Int(Int32.max))
    }
    stub.isPersistent = try mapping["persistent"]?.boolean() ?? false
    stub.scenario = try scenario(of: mapping)
    stub.webhooks = try StubWebhookReader(dialect).read(mapping)
    if let metadata = mapping["metadata"] {
      try metadata.object()
      stub.metadata = metadata.value
    }
    return stub
  }

  private var lowestPriority: Int { dialect == .strict ? 1 : Int(Int32.min) }

  private func id(of mapping: StubCursor) throws(StubProblem) -> String? {
    guard let id = mapping["id"] ?? mapping["uuid"] else { return nil }
    let text = try id.string().lowercased()
    if text.isEmpty, dialect == .compatible { return nil }
    guard Self.isUUID(text) else {
      throw id.problem("'\(text)' is no UUID, such as 8c5db8b0-2db4-4ad7-a99f-38c9b00da3f7")
    }
    return text
  }

  private static func isUUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy {
        $0.utf8.allSatisfy { $0 < 0x80 && Character(Unicode.Scalar($0)).isHexDigit }
      }
  }

  private func scenario(of mapping: StubCursor) throws(StubProblem) -> StubScenario? {
    let required = try mapping["requiredScenarioState"]?.string()
    let next = try mapping["newScenarioState"]?.string()
    guard let name = try mapping["scenarioName"]?.string() else {
      if required != nil || next != nil, dialect == .strict {
        throw mapping.problem(
          "a scenario state without 'scenarioName' means nothing: name the scenario",
          key: required != nil ? "requiredScenarioState" : "newScenarioState")
      }
      return nil
    }
    return StubScenario(name: name, required: required, next: next)
  }
}
