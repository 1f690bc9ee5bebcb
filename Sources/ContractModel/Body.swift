public import JSONText

/// The body of a request or response, or the contents of a message.
public struct Body: Sendable, Hashable {
  /// What the body holds.
  public enum Content: Sendable, Hashable {
    /// The contract does not speak of the body.
    case missing
    /// There is no body, or it is JSON `null`.
    case null
    /// A body of 0 bytes.
    case empty
    /// A JSON value.
    case json(JSONValue)
    /// Text that is not JSON.
    case text(String)
    /// Bytes that are not text.
    case binary([UInt8])
  }

  /// What the body holds.
  public var content: Content
  /// The media type that the file gives the body, apart from the headers.
  public var contentType: String?

  /// Creates a body.
  public init(_ content: Content, contentType: String? = nil) {
    self.content = content
    self.contentType = contentType
  }

  /// A body of which the contract does not speak.
  public static let missing: Body = Body(.missing)

  /// The bytes of the body on the wire, or `nil` when there is none; JSON without white space.
  public var bytes: [UInt8]? {
    switch content {
    case .missing, .null: nil
    case .empty: []
    case .json(let value): compact(value)
    case .text(let text): Array(text.utf8)
    case .binary(let bytes): bytes
    }
  }

  private func compact(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(style: .compact)
    writer.value(value)
    return writer.bytes
  }
}
