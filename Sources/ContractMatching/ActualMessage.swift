public import JSONText

/// A message that came, to be compared with a contract.
public struct ActualMessage: Sendable {
  /// The contents, or `nil` when there were none.
  public var contents: [UInt8]?
  /// The media type of the contents.
  public var contentType: String?
  /// The metadata as a JSON object.
  public var metadata: JSONValue?

  /// Creates a message that came.
  public init(contents: [UInt8]?, contentType: String? = nil, metadata: JSONValue? = nil) {
    self.contents = contents
    self.contentType = contentType
    self.metadata = metadata
  }
}
