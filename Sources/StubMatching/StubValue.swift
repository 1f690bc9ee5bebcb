package import JSONText

/// A value of a request that operators look at: a field's value, or the body.
///
/// What it means is read when an operator first asks for it, and once for all stubs.
package final class StubValue {
  /// The bytes.
  package let bytes: [UInt8]
  private var knownText: String?
  private var knownJSON: JSONValue??

  /// Creates a value of bytes.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Creates a value of text.
  package init(_ text: String) {
    bytes = Array(text.utf8)
    knownText = text
  }

  /// Creates a value that is already JSON.
  init(json: JSONValue, text: String) {
    bytes = Array(text.utf8)
    knownText = text
    knownJSON = .some(json)
  }

  /// The bytes as text; what is no UTF-8 is replaced.
  package var text: String {
    if let knownText { return knownText }
    let text = String(decoding: bytes, as: UTF8.self)
    knownText = text
    return text
  }

  /// The JSON value that the bytes spell, or `nil` when they are none.
  package var json: JSONValue? {
    if let knownJSON { return knownJSON }
    let json = try? JSONDocument(parsing: bytes).root
    knownJSON = .some(json)
    return json
  }
}
