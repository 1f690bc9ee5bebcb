public import JSONText

/// The documents that `$ref` and `$schema` may lead to, by their absolute URIs.
///
/// Nothing is ever fetched: what is not in here is missing.
public struct SchemaRegistry: Sendable {
  private(set) var documents: [String: JSONValue] = [:]

  /// Creates a registry without documents.
  public init() {}

  /// Adds a document, or replaces the one of the same URI.
  ///
  /// - Parameters:
  ///   - document: a schema, the root of its document.
  ///   - uri: its absolute URI; a fragment is dropped.
  public mutating func add(_ document: JSONValue, at uri: String) {
    documents[URIReference(uri).withoutFragment.description] = document
  }
}
