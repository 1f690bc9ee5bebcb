import ContractModel
import JSONText

/// Reads one interaction; what cannot be used becomes ``InteractionContent/unusable(_:)``, so that
/// the others are still played and verified.
struct PactInteractionReader {
  let context: FileContext
  let specification: SpecificationVersion
  let isMessage: Bool
  let isForPlaying: Bool
  private(set) var diagnostics: [Diagnostic] = []

  init(
    context: FileContext, specification: SpecificationVersion, isMessage: Bool, isForPlaying: Bool
  ) {
    self.context = context
    self.specification = specification
    self.isMessage = isMessage
    self.isForPlaying = isForPlaying
  }

  mutating func read(_ value: JSONValue) -> Interaction {
    var interaction = Interaction(
      description: value["description"]?.string ?? "", content: .message(MessageContents()),
      source: value, location: context.location(of: value))
    do {
      try readCommon(value, into: &interaction)
      interaction.content = try content(value, interaction)
    } catch {
      interaction.content = .unusable(error)
    }
    return interaction
  }

  private mutating func readCommon(
    _ value: JSONValue, into interaction: inout Interaction
  ) throws(Diagnostic) {
    guard value.kind == .object else {
      throw context.error("expected an object as interaction, found \(value.kind.name)", at: value)
    }
    guard let description = value["description"] else {
      throw context.error("the interaction has no 'description'", at: value)
    }
    interaction.description = try context.string(description, "description")
    interaction.providerStates = try states(value)
    if let key = value["key"], !key.isNull { interaction.key = try context.string(key, "key") }
    if let pending = value["pending"], !pending.isNull {
      guard let isPending = pending.boolean else {
        throw context.error(
          "expected a boolean for 'pending', found \(pending.kind.name)", at: pending)
      }
      interaction.isPending = isPending
    }
    interaction.comments = value["comments"].flatMap { $0.isNull ? nil : $0 }
    if let transport = value["transport"], !transport.isNull {
      interaction.transport = try context.string(transport, "transport")
    }
    if let plugins = value["pluginConfiguration"], !plugins.isEmpty {
      interaction.plugins = plugins.members.map(\.name)
      let names = interaction.plugins.map { "'\($0)'" }.joined(separator: ", ")
      throw context.error(
        "the interaction needs the Pact plugin \(names), which cannot be run; the file keeps the"
          + " interaction as it is", at: plugins)
    }
  }

  private func states(_ value: JSONValue) throws(Diagnostic) -> [ProviderState] {
    if let list = value["providerStates"], !list.isNull {
      if let name = list.string { return [ProviderState(name)] }
      try context.require(list, .array, "providerStates")
      var states: [ProviderState] = []
      for state in list.elements {
        if let name = state.string {
          states.append(ProviderState(name))
          continue
        }
        guard let name = state["name"] else {
          throw context.error("expected a provider state with a 'name'", at: state)
        }
        let parameters = state["params"].flatMap { $0.isNull ? nil : $0 }
        if let parameters { try context.require(parameters, .object, "params") }
        states.append(
          ProviderState(try context.string(name, "name"), parameters: parameters))
      }
      return states
    }
    guard let state = value["providerState"] ?? value["provider_state"], !state.isNull else {
      return []
    }
    return [ProviderState(try context.string(state, "providerState"))]
  }

  private mutating func content(
    _ value: JSONValue, _ interaction: Interaction
  ) throws(Diagnostic) -> InteractionContent {
    let type = try value["type"].flatMap { type throws(Diagnostic) in
      type.isNull ? nil : try context.string(type, "type")
    }
    var parts = PactPartReader(
      context: context, specification: specification, refusesWrongRules: true)
    defer { diagnostics += parts.diagnostics }
    switch type {
    case "Synchronous/HTTP":
      return try http(value, &parts)
    case nil where !isMessage && value["contents"] == nil:
      return try http(value, &parts)
    case "Asynchronous/Messages", nil:
      return .message(try parts.message(value))
    case "Synchronous/Messages":
      return try synchronous(value, &parts)
    case let type?:
      throw context.error(
        "the interaction type '\(type)' is not known, expected Synchronous/HTTP,"
          + " Asynchronous/Messages or Synchronous/Messages", at: value["type"] ?? value)
    }
  }

  private func http(
    _ value: JSONValue, _ parts: inout PactPartReader
  ) throws(Diagnostic) -> InteractionContent {
    guard let request = value["request"], let response = value["response"] else {
      throw context.error("expected a 'request' and a 'response'", at: value)
    }
    return .http(
      try parts.request(request), try parts.response(response, withRules: !isForPlaying))
  }

  private func synchronous(
    _ value: JSONValue, _ parts: inout PactPartReader
  ) throws(Diagnostic) -> InteractionContent {
    guard let request = value["request"], let response = value["response"] else {
      throw context.error("expected a 'request' and a 'response'", at: value)
    }
    var responses: [MessageContents] = []
    for element in response.kind == .array ? Array(response.elements) : [response] {
      responses.append(try parts.message(element))
    }
    return .synchronousMessage(request: try parts.message(request), responses: responses)
  }
}
