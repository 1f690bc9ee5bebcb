public import ContractModel

/// A response that came, to be compared with a contract.
public struct ActualResponse: Sendable {
  /// The status code.
  public var status: Int
  /// The header fields; those of one name are one field.
  public var headers: [Field]
  /// The body, or `nil` when there was none.
  public var body: [UInt8]?

  /// Creates a response that came.
  public init(status: Int, headers: [Field] = [], body: [UInt8]? = nil) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
