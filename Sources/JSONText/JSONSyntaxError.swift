/// The reason why a text is not JSON, and where.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong and what was expected, e.g. `unexpected '}', expected a value`.
  public var message: String
  /// The offset of the offending byte.
  public var offset: Int
  /// The line and column of the offending byte.
  public var position: JSONPosition

  /// `line:column: message`.
  public var description: String { "\(position): \(message)" }
}

/// A syntax error before its line and column are known: they cost a walk over the text.
struct JSONSyntaxFault: Error {
  var message: String
  var offset: Int

  init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// "unexpected `what stands at offset`, expected …".
  init(expected: String, in text: Span<UInt8>, at offset: Int) {
    guard offset < text.count else {
      self.init("unexpected end of the text, expected \(expected)", at: offset)
      return
    }
    let byte = text[offset]
    let found =
      switch byte {
      case 0x21...0x7E: "'\(Character(Unicode.Scalar(byte)))'"
      case 0x20: "a space"
      case UInt8(ascii: "\n"): "the end of the line"
      case 0x80...: "a character outside of a string"
      default: "control character 0x" + String(byte, radix: 16)
      }
    self.init("unexpected \(found), expected \(expected)", at: offset)
  }
}
