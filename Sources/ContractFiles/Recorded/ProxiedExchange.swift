package import ContractModel

/// A request that went to a real service, and what it answered.
package struct ProxiedExchange: Sendable {
  /// The number of the request among those that the mock got.
  package var number: Int
  /// The method.
  package var method: String
  /// Path and query as they were sent.
  package var target: String
  /// The header fields of the request, one for each line.
  package var requestHeaders: [Field]
  /// The body of the request; empty when there is none.
  package var requestBody: [UInt8]
  /// The status of the answer.
  package var status: Int = 0
  /// The header fields of the answer, one for each line.
  package var responseHeaders: [Field] = []
  /// The body of the answer.
  package var responseBody: [UInt8] = []
  /// How long the service took.
  package var latency: Duration = .zero

  /// Creates an exchange without its answer.
  package init(
    number: Int, method: String, target: String, requestHeaders: [Field], requestBody: [UInt8]
  ) {
    self.number = number
    self.method = method
    self.target = target
    self.requestHeaders = requestHeaders
    self.requestBody = requestBody
  }

  /// The path without the query.
  package var path: String { String(target.prefix { $0 != "?" }) }

  /// The query without its `?`, or `nil` when there is none.
  package var query: String? {
    target.firstIndex(of: "?").map { String(target[target.index(after: $0)...]) }
  }

  /// Whether the service answered both with the same status and body.
  package func answersAlike(_ other: ProxiedExchange) -> Bool {
    status == other.status && responseBody == other.responseBody
  }

  /// About how many bytes it takes.
  package var size: Int {
    let fields = requestHeaders + responseHeaders
    return fields.reduce(256 + target.utf8.count + requestBody.count + responseBody.count) {
      $0 + $1.name.utf8.count + $1.values.reduce(64) { $0 + $1.utf8.count }
    }
  }
}
