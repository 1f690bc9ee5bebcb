/// What is exchanged in an interaction.
public enum InteractionContent: Sendable, Hashable {
  /// An HTTP request and its response.
  case http(HTTPRequest, HTTPResponse)
  /// A message that the provider sends.
  case message(MessageContents)
  /// A message that the provider answers.
  case synchronousMessage(request: MessageContents, responses: [MessageContents])

  /// The kind of interaction: `http`, `message` or `synchronous-message`.
  public var kind: String {
    switch self {
    case .http: "http"
    case .message: "message"
    case .synchronousMessage: "synchronous-message"
    }
  }

  /// The type that a version 4 file gives the interaction, e.g. `Synchronous/HTTP`.
  public var typeName: String {
    switch self {
    case .http: "Synchronous/HTTP"
    case .message: "Asynchronous/Messages"
    case .synchronousMessage: "Synchronous/Messages"
    }
  }
}
