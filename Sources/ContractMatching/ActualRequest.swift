public import ContractModel

/// A request that came, to be compared with a contract.
public struct ActualRequest: Sendable {
  /// The method.
  public var method: String
  /// The path with its percent-escapes, without the query.
  public var path: String
  /// The decoded query parameters.
  public var query: [Field]
  /// The header fields; those of one name are one field.
  public var headers: [Field]
  /// The body, or `nil` when there was none.
  public var body: [UInt8]?

  /// Creates a request that came.
  public init(
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
