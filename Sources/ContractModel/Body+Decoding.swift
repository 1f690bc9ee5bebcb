import JSONText

extension Body.Content {
  /// What bytes hold by their media type: JSON and text where the type says so and they are that, else
  /// bytes.
  package init(_ bytes: [UInt8], type: MediaType?) {
    if bytes.isEmpty {
      self = .empty
    } else if type?.isJSON == true, let document = try? JSONDocument(parsing: bytes) {
      self = .json(document.root)
    } else if type?.isText == true, let text = String(validating: bytes, as: UTF8.self) {
      self = .text(text)
    } else {
      self = .binary(bytes)
    }
  }
}
