package import ContractModel

/// A response that came, to be compared with a contract.
package struct ActualResponse: Sendable {
  /// The status code.
  package var status: Int
  /// The header fields; those of one name are one field.
  package var headers: [Field]
  /// The body, or `nil` when there was none.
  package var body: [UInt8]?

  package init(status: Int, headers: [Field] = [], body: [UInt8]? = nil) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
