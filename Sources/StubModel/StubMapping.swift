package import ContractModel
package import JSONText

/// A stub mapping: what WireMock calls the pair of a request that is expected and its response.
public struct StubMapping: Sendable {
  /// The priority of a stub that names none; a lower number comes first.
  package static let defaultPriority = 5

  /// The identifier, a UUID in lower case, or `nil` when the mapping names none.
  package var id: String?
  /// The name.
  package var name: String?
  /// The priority; 1 comes first.
  package var priority: Int
  /// Whether it is written to a file when mappings are saved one by one.
  package var isPersistent: Bool
  /// The states that it waits for and leads to, or `nil`.
  package var scenario: StubScenario?
  /// What a request must be like: a WireMock request pattern, an object.
  package var request: StubCursor
  /// What is answered.
  package var response: StubResponse
  /// The requests that are made after it answered.
  package var webhooks: [StubWebhook] = []
  /// Data of the user's own.
  package var metadata: JSONValue?
  /// The mapping as it was given.
  package var source: JSONValue
  /// Where it stands, or `nil` when it came by the API.
  package var location: FileLocation?

  /// Creates a mapping.
  package init(request: StubCursor, response: StubResponse, source: JSONValue) {
    self.request = request
    self.response = response
    self.source = source
    priority = Self.defaultPriority
    isPersistent = false
  }

  /// What the mapping is called in messages: its name, or method and URL.
  package var title: String {
    if let name { return name }
    let request = request.value
    let keys = ["url", "urlPattern", "urlPath", "urlPathPattern", "urlPathTemplate"]
    let url = keys.lazy.compactMap { request[$0]?.string }.first ?? "any URL"
    return "\(request["method"]?.string ?? "ANY") \(url)"
  }
}
