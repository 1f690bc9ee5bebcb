/// What is exchanged in an interaction.
public enum InteractionContent: Sendable, Hashable {
  /// An HTTP request and its response.
  case http(HTTPRequest, HTTPResponse)
  /// A message that the provider sends.
  case message(MessageContents)
  /// A message that the provider answers.
  case synchronousMessage(request: MessageContents, responses: [MessageContents])
  /// Something that cannot be played or verified, and why; it is kept on rewriting.
  case unusable(Diagnostic)

  /// The kind of interaction: `http`, `message`, `synchronous-message` or `unknown`.
  public var kind: String {
    switch self {
    case .http: "http"
    case .message: "message"
    case .synchronousMessage: "synchronous-message"
    case .unusable: "unknown"
    }
  }
}
