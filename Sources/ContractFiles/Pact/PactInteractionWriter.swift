import ContractModel
import JSONText

/// Writes one interaction from the model.
struct PactInteractionWriter {
  let specification: SpecificationVersion

  func write(_ interaction: Interaction, to writer: inout JSONWriter) throws(Diagnostic) {
    let parts = PactPartWriter(specification: specification)
    let content = interaction.content
    try check(interaction)
    writer.object { writer in
      if specification == .v4, let type = typeName(content) { writer.member("type", type) }
      if specification == .v4, let key = interaction.key { writer.member("key", key) }
      writer.member("description", interaction.description)
      states(interaction.providerStates, to: &writer)
      if specification == .v4 {
        if interaction.isPending { writer.member("pending", true) }
        if let comments = interaction.comments { writer.member("comments", comments) }
      }
      switch content {
      case .http(let request, let response):
        writer.key("request")
        parts.write(request, to: &writer)
        writer.key("response")
        parts.write(response, to: &writer)
      case .message(let message):
        parts.members(of: message, to: &writer)
      case .synchronousMessage(let request, let responses):
        writer.key("request")
        writer.object { parts.members(of: request, to: &$0) }
        writer.key("response")
        writer.array { writer in
          for response in responses {
            writer.object { parts.members(of: response, to: &$0) }
          }
        }
      case .unusable:
        break
      }
    }
  }

  private func typeName(_ content: InteractionContent) -> String? {
    switch content {
    case .http: "Synchronous/HTTP"
    case .message: "Asynchronous/Messages"
    case .synchronousMessage: "Synchronous/Messages"
    case .unusable: nil
    }
  }

  /// Refuses what the version has no words for.
  private func check(_ interaction: Interaction) throws(Diagnostic) {
    let name = "the interaction '\(interaction.description)'"
    switch interaction.content {
    case .unusable(let diagnostic):
      throw Diagnostic(
        .error, "\(name) cannot be written in another version: \(diagnostic.message)",
        file: diagnostic.file, position: diagnostic.position)
    case .synchronousMessage where specification < .v4:
      throw Diagnostic(.error, "\(name) is a synchronous message, which needs version 4")
    case .message where specification < .v3:
      throw Diagnostic(.error, "\(name) is a message, which needs version 3")
    default: break
    }
    if specification < .v3, interaction.providerStates.count > 1 {
      throw Diagnostic(.error, "\(name) has several provider states, which need version 3")
    }
  }

  private func states(_ states: [ProviderState], to writer: inout JSONWriter) {
    guard !states.isEmpty else { return }
    if specification < .v3 {
      writer.member("providerState", states.map(\.name).joined())
      return
    }
    writer.key("providerStates")
    writer.array { writer in
      for state in states {
        writer.object { writer in
          writer.member("name", state.name)
          if let parameters = state.parameters { writer.member("params", parameters) }
        }
      }
    }
  }
}
