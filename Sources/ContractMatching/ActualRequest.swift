package import ContractModel

/// A request that came, to be compared with a contract.
package struct ActualRequest: Sendable {
  /// The method.
  package var method: String
  /// The path with its percent-escapes, without the query.
  package var path: String
  /// The decoded query parameters.
  package var query: [Field]
  /// The header fields; those of one name are one field.
  package var headers: [Field]
  /// The body, or `nil` when there was none.
  package var body: [UInt8]?

  package init(
    method: String, path: String, query: [Field] = [], headers: [Field] = [],
    body: [UInt8]? = nil
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }
}
