/// The answer that a fault befalls, as it would go over the wire.
package struct HTTPAnswer: Sendable, Hashable {
  /// The lines of the head without their ends, the status line first.
  package var lines: [[UInt8]]
  /// The body.
  package var body: [UInt8]
  /// Whether it answers HEAD, so that no body is sent.
  package let isHead: Bool

  /// Creates an answer from its bytes.
  ///
  /// - Parameters:
  ///   - bytes: head and body.
  ///   - headLength: how many of the bytes are the head, its empty line included.
  ///   - closes: whether the connection ends behind it, which the head has to say.
  package init(_ bytes: [UInt8], headLength: Int, isHead: Bool = false, closes: Bool = false) {
    lines = bytes[..<headLength].split(separator: 0x0A).map { line in
      Array(line.last == 0x0D ? line.dropLast() : line)
    }
    lines.removeAll { $0.isEmpty }
    body = isHead ? [] : Array(bytes[headLength...])
    self.isHead = isHead
    if closes { add("Connection", "close") }
  }

  /// The head, its empty line included.
  package var head: [UInt8] { lines.flatMap { $0 + [0x0D, 0x0A] } + [0x0D, 0x0A] }
  /// Head and body.
  package var bytes: [UInt8] { head + body }

  /// Adds a header field.
  mutating func add(_ name: String, _ value: String) {
    lines.append(Array("\(name): \(value)".utf8))
  }

  /// Removes the header fields of a name, written in lower case.
  mutating func remove(_ name: String) {
    lines.removeAll { Self.isField($0, name) }
  }

  /// Replaces the header fields of a name by one.
  mutating func set(_ name: String, _ value: String) {
    remove(name.lowercased())
    add(name, value)
  }

  /// The values of the header fields of a name, written in lower case.
  func values(_ name: String) -> [String] {
    lines.filter { Self.isField($0, name) }.map { line in
      let value = String(decoding: line.drop { $0 != 0x3A }.dropFirst(), as: UTF8.self)
      return String(value.drop { $0 == " " })
    }
  }

  private static func isField(_ line: [UInt8], _ name: String) -> Bool {
    guard let colon = line.firstIndex(of: 0x3A) else { return false }
    return String(decoding: line[..<colon], as: UTF8.self).lowercased() == name
  }
}
