package import ContractModel

/// Where a stub passes requests on to instead of answering them itself.
package struct StubProxy: Sendable {
  /// The base URL, `proxyBaseUrl`, which may be a template.
  package var baseURL: String
  /// What is taken from the front of the path, `proxyUrlPrefixToRemove`.
  package var prefixToRemove: String?
  /// Header fields that the request gets, in place of those of the same names.
  package var addedHeaders: [Field]
  /// The names, in lower case, of header fields that do not go along.
  package var removedHeaders: Set<String>

  /// Creates a proxy that changes nothing.
  package init(baseURL: String) {
    self.baseURL = baseURL
    addedHeaders = []
    removedHeaders = []
  }
}
