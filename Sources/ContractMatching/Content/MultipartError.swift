/// Why bytes are not a multipart body.
struct MultipartError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, e.g. `the body has no line '--boundary'`.
  var message: String
  /// The offset of the byte where it is wrong, counted from 0.
  var offset: Int

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - message: what is wrong.
  ///   - offset: the offset of the byte where it is wrong.
  init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// What is wrong and at which byte.
  var description: String { "\(message) (at byte \(offset))" }
}
