/// What was sent to a provider and what came back, as it is shown to a person.
public struct RecordedExchange: Sendable, Hashable {
  /// The request.
  public var request: RecordedMessage
  /// The response, or `nil` when there was none.
  public var response: RecordedMessage?

  /// Creates the record of a request and its response.
  public init(request: RecordedMessage, response: RecordedMessage? = nil) {
    self.request = request
    self.response = response
  }
}
