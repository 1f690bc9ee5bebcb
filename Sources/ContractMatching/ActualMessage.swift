package import JSONText

/// A message that came, to be compared with a contract.
package struct ActualMessage: Sendable {
  /// The contents, or `nil` when there were none.
  package var contents: [UInt8]?
  /// The media type of the contents.
  package var contentType: String?
  /// The metadata as a JSON object.
  package var metadata: JSONValue?

  package init(contents: [UInt8]?, contentType: String? = nil, metadata: JSONValue? = nil) {
    self.contents = contents
    self.contentType = contentType
    self.metadata = metadata
  }
}
