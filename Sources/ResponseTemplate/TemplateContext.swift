package import ContractMatching
package import JSONText

/// What a template may speak of.
package struct TemplateContext: Sendable {
  /// The request.
  package var request: TemplateRequest
  /// What stands under `parameters`.
  package var parameters: JSONValue?
  /// The time.
  package var now: Moment
  /// The name of the machine, for `hostname`.
  package var hostname: String = "localhost"
  /// More values by their names.
  package var values: [(name: String, value: JSONValue)] = []

  /// Creates a context.
  package init(request: TemplateRequest, now: Moment, parameters: JSONValue? = nil) {
    self.request = request
    self.now = now
    self.parameters = parameters
  }
}

/// A request as templates see it.
package struct TemplateRequest: Sendable {
  /// A part of a multipart body.
  package struct Part: Sendable {
    /// The name of the part.
    package var name: String
    /// Its header fields.
    package var headers: [(name: String, value: String)]
    /// Its content.
    package var body: [UInt8]

    /// Creates a part.
    package init(name: String, headers: [(name: String, value: String)], body: [UInt8]) {
      self.name = name
      self.headers = headers
      self.body = body
    }
  }

  /// What the request is known by.
  package var id: String = ""
  /// The method.
  package var method: String
  /// Path and query as they were sent.
  package var target: String
  /// The scheme.
  package var scheme: String = "http"
  /// The host without its port.
  package var host: String = "localhost"
  /// The port.
  package var port: Int = 80
  /// The address of the client.
  package var clientIP: String = "127.0.0.1"
  /// The header fields, one for each line.
  package var headers: [(name: String, value: String)]
  /// The body; empty when there is none.
  package var body: [UInt8]
  /// What a path template has found.
  package var pathParameters: [(name: String, value: String)] = []
  /// The parts of a multipart body.
  package var parts: [Part] = []

  /// Creates a request.
  package init(
    method: String, target: String, headers: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }
}
