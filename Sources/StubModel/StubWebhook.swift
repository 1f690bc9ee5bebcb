package import ContractModel

/// A request that is made after a stub has answered.
package struct StubWebhook: Sendable {
  /// The method, which may be a template.
  package var method: String
  /// The whole URL, which may be a template.
  package var url: String
  /// The header fields, whose values may be templates.
  package var headers: [Field]
  /// The body: a text, which may be a template, or bytes.
  package var body: StubBody
  /// How much later than the answer it is made.
  package var delay: StubDelay
  /// The values that templates see as `parameters`: those of the listener as they were given.
  package var cursor: StubCursor

  /// Creates a webhook.
  package init(method: String, url: String, _ cursor: StubCursor) {
    self.method = method
    self.url = url
    self.cursor = cursor
    headers = []
    body = .none
    delay = StubDelay()
  }
}
