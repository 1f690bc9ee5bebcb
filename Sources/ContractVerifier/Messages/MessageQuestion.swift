import ContractFiles
import ContractModel
import JSONText

/// The body by which a provider is asked for a message, or for the replies to one.
///
/// `{"description", "providerStates"}`; for a synchronous message also `"request"`, the message in the
/// form of version 4 (`{"contents": {"contentType", "encoded", "content"}, "metadata"}`).
enum MessageQuestion {
  static func json(_ interaction: Interaction, request: MessageContents? = nil) -> [UInt8] {
    var writer = JSONWriter(style: .compact)
    writer.object { writer in
      writer.member("description", interaction.description)
      writer.key("providerStates")
      writer.array { writer in
        for state in interaction.providerStates {
          writer.object { writer in
            writer.member("name", state.name)
            if let parameters = state.parameters { writer.member("params", parameters) }
          }
        }
      }
      if var request {
        request.rules = []
        request.generators = []
        writer.key("request")
        BareExchange.write(request, .v4, to: &writer)
      }
    }
    return writer.bytes
  }
}
