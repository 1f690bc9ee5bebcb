/// Writes JSON, either compact or with two spaces of indentation.
///
/// The same calls give the same bytes on every run. Values that were parsed are written with their
/// own number texts and string escapes, and with their members in order.
public struct JSONWriter: Sendable {
  /// How the text is laid out.
  public enum Style: Sendable, Hashable {
    /// No space at all.
    case compact
    /// A line for each element and member, two spaces a level.
    case pretty
  }

  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private let style: Style
  private var depth = 0
  private var isFirst = true
  private var afterKey = false

  /// Creates a writer with nothing written.
  public init(style: Style = .pretty) { self.style = style }

  /// The text written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object whose members the closure writes.
  public mutating func object<E: Error>(_ members: (inout JSONWriter) throws(E) -> Void) throws(E) {
    try container(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
  }

  /// Writes an array whose elements the closure writes.
  public mutating func array<E: Error>(_ elements: (inout JSONWriter) throws(E) -> Void) throws(E) {
    try container(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
  }

  private mutating func container<E: Error>(
    _ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    separate()
    bytes.append(open)
    depth += 1
    isFirst = true
    try content(&self)
    depth -= 1
    if !isFirst { newLine() }
    bytes.append(close)
    isFirst = false
  }

  /// Writes a key; the next call writes its value.
  public mutating func key(_ name: String) {
    separate()
    appendString(name)
    appendColon()
  }

  /// Writes a member with a string.
  public mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// Writes a member with an integer.
  public mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(String(value))
  }

  /// Writes a member with a boolean.
  public mutating func member(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  /// Writes a member with a parsed value.
  public mutating func member(_ name: String, _ value: JSONValue) {
    key(name)
    self.value(value)
  }

  /// Writes a string, escaping what RFC 8259 demands.
  public mutating func string(_ value: String) {
    separate()
    appendString(value)
  }

  /// Writes a number by its text.
  ///
  /// - Parameter text: a number as JSON spells it; it is not checked.
  public mutating func number(_ text: String) { raw(text.utf8) }

  /// Writes a boolean.
  public mutating func boolean(_ value: Bool) { raw((value ? "true" : "false").utf8) }

  /// Writes `null`.
  public mutating func null() { raw("null".utf8) }

  /// Writes a parsed value: the texts of its scalars as they are, the layout as this writer's style.
  public mutating func value(_ value: JSONValue) {
    switch value.kind {
    case .array:
      array { writer in
        for element in value.elements { writer.value(element) }
      }
    case .object:
      object { writer in
        for member in value.members {
          writer.separate()
          writer.bytes.append(contentsOf: member.key.document.bytes[member.key.byteRange])
          writer.appendColon()
          writer.value(member.value)
        }
      }
    default:
      raw(value.document.bytes[value.byteRange])
    }
  }

  private mutating func raw(_ text: some Collection<UInt8>) {
    separate()
    bytes.append(contentsOf: text)
  }

  private mutating func appendColon() {
    bytes.append(UInt8(ascii: ":"))
    if style == .pretty { bytes.append(UInt8(ascii: " ")) }
    afterKey = true
  }

  /// Writes what has to stand between the value before and the one that comes.
  private mutating func separate() {
    if afterKey {
      afterKey = false
    } else if depth > 0 {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      newLine()
    }
    isFirst = false
  }

  private mutating func newLine() {
    guard style == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func appendString(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    if !appendPlain(value) { appendEscaping(value) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a text in one piece where it needs no escape; most need none.
  private mutating func appendPlain(_ value: String) -> Bool {
    let isPlain = value.utf8.withContiguousStorageIfAvailable { text in
      for byte in text where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      {
        return false
      }
      bytes.append(contentsOf: text)
      return true
    }
    return isPlain ?? false
  }

  private mutating func appendEscaping(_ value: String) {
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: "\\u00\(byte < 0x10 ? "0" : "")\(digits)".utf8)
      default: bytes.append(byte)
      }
    }
  }
}
