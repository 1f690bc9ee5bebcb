/// Finds the places of a document's parts; the document is known to be well-formed.
struct XMLSourceScanner {
  private var cursor: MarkupCursor
  private var source = XMLSource()
  /// The elements that are not closed yet.
  private var open: [Int] = []

  private init(_ bytes: [UInt8]) { cursor = MarkupCursor(bytes) }

  /// The places, or `nil` when something is not as it is in a well-formed document.
  static func scan(_ bytes: [UInt8]) -> XMLSource? {
    var scanner = XMLSourceScanner(bytes)
    return scanner.run() ? scanner.source : nil
  }

  private mutating func run() -> Bool {
    while let byte = cursor.peek() {
      if byte != UInt8(ascii: "<") {
        text()
      } else if !markup() {
        return false
      }
    }
    return open.isEmpty && !source.elements.isEmpty
  }

  private mutating func text() {
    let start = cursor.at
    while let byte = cursor.peek(), byte != UInt8(ascii: "<") { cursor.advance() }
    addPiece(trimmed(start..<cursor.at))
  }

  private mutating func markup() -> Bool {
    if cursor.isAt("</") { return cursor.skip(past: ">") && open.popLast() != nil }
    if cursor.isAt("<!--") { return skip("<!--", past: "-->") }
    if cursor.isAt("<?") { return skip("<?", past: "?>") }
    if cursor.isAt("<![CDATA[") { return characterData() }
    return startTag()
  }

  private mutating func skip(_ opening: String, past end: String) -> Bool {
    cursor.advance(opening.utf8.count)
    return cursor.skip(past: end)
  }

  private mutating func characterData() -> Bool {
    let start = cursor.at
    guard skip("<![CDATA[", past: "]]>") else { return false }
    let isBlank = trimmed(start + 9..<cursor.at - 3).isEmpty
    addPiece(isBlank ? start..<start : start..<cursor.at)
    return true
  }

  private mutating func addPiece(_ range: Range<Int>) {
    guard !range.isEmpty, let element = open.last else { return }
    source.pieces.append(XMLSource.Piece(element: element, range: range))
    source.elements[element].hasText = true
  }

  private mutating func startTag() -> Bool {
    cursor.advance()
    let start = cursor.at
    guard open.count < XMLTreeBuilder.depthLimit, cursor.name() != nil else { return false }
    let place = source.elements.count
    source.elements.append(
      XMLSource.Element(
        name: start..<cursor.at, firstAttribute: source.attributes.count,
        tagEnd: cursor.at..<cursor.at))
    while true {
      cursor.skipSpace()
      let end = cursor.at
      if cursor.isAt(">") || cursor.isAt("/>") {
        if cursor.isAt(">") { open.append(place) }
        cursor.advance(cursor.isAt(">") ? 1 : 2)
        source.elements[place].tagEnd = end..<cursor.at
        source.elements[place].attributeCount =
          source.attributes.count - source.elements[place].firstAttribute
        return true
      }
      guard attribute() else { return false }
    }
  }

  private mutating func attribute() -> Bool {
    guard let name = cursor.name() else { return false }
    cursor.skipSpace()
    guard cursor.peek() == UInt8(ascii: "=") else { return false }
    cursor.advance()
    cursor.skipSpace()
    guard let quote = cursor.peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return false }
    cursor.advance()
    let start = cursor.at
    while let byte = cursor.peek(), byte != quote { cursor.advance() }
    guard cursor.peek() == quote else { return false }
    if !name.elementsEqual("xmlns".utf8), !name.starts(with: "xmlns:".utf8) {
      source.attributes.append(XMLSource.Attribute(value: start..<cursor.at, quote: quote))
    }
    cursor.advance()
    return true
  }

  /// A range without the white space at its ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, MarkupCursor.isSpace(cursor.bytes[start]) { start += 1 }
    while start < end, MarkupCursor.isSpace(cursor.bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
