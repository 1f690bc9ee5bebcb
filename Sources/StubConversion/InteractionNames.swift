import ContractModel
import JSONText
import StubModel

/// What the interactions of stubs are called, and what is said beside them.
struct InteractionNames {
  private var counts: [String: Int] = [:]

  /// A description that no other interaction has: the name of the stub, or method and URL.
  ///
  /// - Parameter isOne: whether the stub becomes one interaction, so that its name need not tell the method.
  mutating func description(
    of mapping: StubMapping, method: String, url: String, isOne: Bool
  ) -> String {
    var title = mapping.name ?? "\(method) \(url)"
    if mapping.name != nil, !isOne { title += " (\(method))" }
    var description = title
    while let count = counts[description] {
      counts[description] = count + 1
      description = "\(title) (\(count + 1))"
    }
    counts[description] = 1
    return description
  }

  /// The provider state that stands for the state of a scenario.
  static func states(of mapping: StubMapping) -> [ProviderState] {
    guard let scenario = mapping.scenario, let state = scenario.required else { return [] }
    return [ProviderState("scenario \(scenario.name) is \(state)")]
  }

  /// The comments: where the scenario goes on to, and the stub's metadata.
  static func comments(of mapping: StubMapping) -> JSONValue? {
    let next = mapping.scenario?.next.map {
      "leads scenario \(mapping.scenario?.name ?? "") to \($0)"
    }
    guard next != nil || mapping.metadata != nil else { return nil }
    return JSONValue.make { writer in
      writer.object { writer in
        if let next {
          writer.key("text")
          writer.array { $0.string(next) }
        }
        if let metadata = mapping.metadata { writer.member("metadata", metadata) }
      }
    }
  }
}
