import JSONText

/// Whatever is read as JSON is written as JSON that means the same.
enum JSONTarget {
  static func run(_ input: [UInt8]) -> String? {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: input)
    } catch {
      return error.position.line < 1 ? "an error without a place" : nil
    }
    for style in [JSONWriter.Style.compact, .pretty] {
      var writer = JSONWriter(style: style)
      writer.value(document.root)
      guard let again = try? JSONDocument(parsing: writer.bytes) else {
        return "what was written cannot be read"
      }
      if again.root != document.root { return "what was written means something else" }
    }
    _ = walk(document.root)
    return nil
  }

  /// Asks everything of every value.
  private static func walk(_ value: JSONValue) -> Int {
    _ = (value.string, value.integer, value.double, value.boolean, value.position, value.hashValue)
    return value.elements.reduce(0) { $0 + walk($1) }
      + value.members.reduce(0) { $0 + walk($1.key) + walk($1.value) } + 1
  }
}
