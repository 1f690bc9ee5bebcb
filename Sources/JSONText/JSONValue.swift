/// One value of a JSON text, as a view into its document.
///
/// Two values are equal when they mean the same: the order of members and the escapes in strings do
/// not count, and a number is compared by its decimal value, but an integer is never equal to a
/// number with a fraction or an exponent (`1` is not `1.0`, `19.9` is `19.90`).
public struct JSONValue: Sendable {
  /// The text that the value is a part of.
  public let document: JSONDocument
  package let node: UInt32

  package init(document: JSONDocument, node: UInt32) {
    self.document = document
    self.node = node
  }

  /// Parses a text that holds one value.
  ///
  /// - Throws: ``JSONSyntaxError``.
  public init(parsing text: String) throws(JSONSyntaxError) {
    self = try JSONDocument(parsing: Array(text.utf8)).root
  }

  @inline(__always)
  var entry: JSONTapeNode { document.tape[Int(node)] }

  /// Which of the six kinds of value it is.
  public var kind: JSONKind { entry.kind }

  /// Whether the value is `null`.
  public var isNull: Bool { kind == .null }

  /// The boolean, or `nil` when the value is no boolean.
  public var boolean: Bool? {
    kind == .boolean ? entry.flags.contains(.isTrue) : nil
  }

  /// Whether the value is a number without fraction and exponent.
  public var isInteger: Bool { kind == .number && !entry.flags.contains(.decimal) }

  /// Whether the value is a number with a fraction or an exponent.
  public var isDecimal: Bool { kind == .number && entry.flags.contains(.decimal) }

  /// The decoded string, or `nil` when the value is no string.
  public var string: String? {
    guard kind == .string else { return nil }
    let entry = entry
    let start = Int(entry.start) + 1
    let end = start + Int(entry.length) - 2
    let bytes = document.bytes
    if entry.flags.contains(.escaped) {
      return String(
        decoding: JSONStringScanner.decode(bytes.span, from: start, to: end), as: UTF8.self)
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The number as an `Int`, or `nil` when it is none or does not fit.
  public var integer: Int? { isInteger ? Int(text) : nil }

  /// The number as a `Double`, or `nil` when the value is no number.
  public var double: Double? { kind == .number ? Double(text) : nil }

  /// Where the value's text lies in the document.
  public var byteRange: Range<Int> {
    Int(entry.start)..<Int(entry.start) + Int(entry.length)
  }

  /// The value's text as it stands in the document, for a number its exact digits.
  public var text: String { String(decoding: document.bytes[byteRange], as: UTF8.self) }

  /// The line and column where the value starts.
  public var position: JSONPosition { document.position(ofByte: Int(entry.start)) }

  /// The elements of an array in order; none when the value is no array.
  public var elements: JSONElements { JSONElements(self) }

  /// The members of an object in the order of the text; none when the value is no object.
  public var members: JSONMembers { JSONMembers(self) }

  /// The number of elements or members; 0 for a scalar. It costs a walk over them.
  public var count: Int {
    switch kind {
    case .array: elements.reduce(0) { count, _ in count + 1 }
    case .object: members.reduce(0) { count, _ in count + 1 }
    default: 0
    }
  }

  /// Whether an array or object has nothing in it.
  public var isEmpty: Bool { entry.next == node + 1 }

  /// The value of a member; of duplicate keys the last, `nil` when there is none.
  public subscript(key: String) -> JSONValue? {
    guard kind == .object else { return nil }
    var found: JSONValue?
    var key = key
    key.withUTF8 { wanted in
      let hash = Self.hash(of: wanted)
      for member in members where member.key.entry.hash == hash {
        if member.key.equals(wanted) { found = member.value }
      }
    }
    return found
  }

  private static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt16 {
    let span = Span(_unsafeElements: bytes)
    return JSONStringScanner.hash(span, from: 0, to: bytes.count)
  }

  /// Whether the value is a string with these decoded bytes.
  package func equals(_ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = entry
    let start = Int(entry.start) + 1
    let end = start + Int(entry.length) - 2
    let bytes = document.bytes
    if entry.flags.contains(.escaped) {
      return JSONStringScanner.decode(bytes.span, from: start, to: end).elementsEqual(wanted)
    }
    guard end - start == wanted.count else { return false }
    return bytes[start..<end].elementsEqual(wanted)
  }

  /// The same value in a document of its own, so that it does not keep a larger one in memory.
  ///
  /// Positions are still those of the larger document.
  ///
  /// - Parameter position: where the value starts, if that is known.
  package func detached(at position: JSONPosition? = nil) -> JSONValue {
    let origin = position ?? self.position
    let bytes = Array(document.bytes[byteRange])
    let copy = try? JSONDocument(
      parsing: bytes, depthLimit: .max, opaqueDepth: .max, origin: origin)
    return copy?.root ?? self  // a part of a valid text is valid
  }
}
