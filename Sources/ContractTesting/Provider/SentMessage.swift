public import ContractDSL

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A message as the provider makes it.
public struct SentMessage: Sendable, Hashable {
  /// The contents.
  public var contents: [UInt8]
  /// The media type of the contents; `nil` when it is not known.
  public var contentType: String?
  /// What the transport carries beside the contents, a JSON object; `nil` for nothing.
  public var metadata: JSONValue?

  /// Creates a message.
  public init(_ contents: [UInt8], contentType: String? = nil, metadata: JSONValue? = nil) {
    self.contents = contents
    self.contentType = contentType
    self.metadata = metadata
  }

  /// Creates a message of JSON.
  ///
  /// - Parameters:
  ///   - value: what is encoded.
  ///   - metadata: what the transport carries beside the contents, a JSON object; `nil` for nothing.
  ///   - encoder: encodes as the provider does.
  /// - Throws: why the value cannot be encoded.
  public static func json(
    _ value: some Encodable, metadata: JSONValue? = nil, encoder: JSONEncoder = JSONEncoder()
  ) throws -> SentMessage {
    SentMessage(
      Array(try encoder.encode(value)), contentType: "application/json", metadata: metadata)
  }

  /// Creates a message of text.
  public static func text(_ text: String, metadata: JSONValue? = nil) -> SentMessage {
    SentMessage(Array(text.utf8), contentType: "text/plain", metadata: metadata)
  }
}
