/// An answer that a fault script gives instead of the contracted one.
public struct FaultResponse: Sendable, Hashable {
  /// The status code, 200 to 599.
  public var status: Int
  /// The header fields in order.
  public var headers: [Header]
  /// The body.
  public var body: [UInt8]

  /// A header field.
  public struct Header: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String

    /// Creates a header field.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Creates an answer.
  public init(status: Int, headers: [Header] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
