import ContractModel

/// Collects the header of the final response from the lines that libcurl hands over.
struct HTTPResponseHead {
  /// The fields in the order of arrival, grouped by name.
  private(set) var fields: [Field] = []
  /// Where the field of a name, in lower case, is; kept where there are many fields.
  private var positions: [String: Int] = [:]
  /// So many fields are looked through one by one.
  private static let walked = 32
  /// The field that a folded line would continue.
  private var last: Int?
  /// Whether the empty line was seen; what follows are trailers or another response.
  private var isComplete = false

  /// Forgets everything.
  mutating func reset() {
    fields.removeAll()
    positions.removeAll(keepingCapacity: true)
    last = nil
    isComplete = false
  }

  /// Takes a line with its line break: a status line, a field or the empty line at the end.
  ///
  /// A status line starts anew, which drops interim responses.
  mutating func receive(_ line: UnsafeRawBufferPointer) {
    if line.starts(with: "HTTP/".utf8) {
      reset()
    } else if !isComplete {
      receiveField(line)
    }
  }

  private mutating func receiveField(_ line: UnsafeRawBufferPointer) {
    let text = Self.trim(line[...])
    if text.isEmpty {
      isComplete = true
    } else if let last, let first = line.first, Self.isBlank(first) {
      let end = fields[last].values.endIndex - 1
      fields[last].values[end] += " " + Self.text(text)
    } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
      append(Self.text(Self.trim(text[..<colon])), Self.text(Self.trim(text[(colon + 1)...])))
    }
  }

  private mutating func append(_ name: String, _ value: String) {
    if let position = position(of: name) {
      fields[position].values.append(value)
      last = position
    } else {
      last = fields.count
      fields.append(Field(name, [value]))
      if fields.count > Self.walked {
        for (place, field) in fields.enumerated().dropFirst(positions.count) {
          positions[field.name.lowercased()] = place
        }
      }
    }
  }

  private func position(of name: String) -> Int? {
    guard fields.count <= Self.walked else { return positions[name.lowercased()] }
    return fields.firstIndex { field in
      field.name.utf8.count == name.utf8.count
        && field.name.utf8.elementsEqual(name.utf8) { Self.lowered($0) == Self.lowered($1) }
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func trim(_ bytes: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer>
  {
    var bytes = bytes
    while let byte = bytes.first, isBlank(byte) { bytes.removeFirst() }
    while let byte = bytes.last, isBlank(byte) { bytes.removeLast() }
    return bytes
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }

  /// The bytes as UTF-8, or as ISO 8859-1 when they are not.
  private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    let whole = UnsafeRawBufferPointer(rebasing: bytes)
    if whole.allSatisfy({ $0 < 0x80 }) { return String(decoding: whole, as: UTF8.self) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    return text
  }
}
