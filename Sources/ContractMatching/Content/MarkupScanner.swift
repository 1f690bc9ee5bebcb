/// Tells XML, SVG and HTML by how a text starts.
struct MarkupScanner {
  private var cursor: MarkupCursor

  /// The media type of a text that starts as markup does, or `nil` for others.
  ///
  /// The XML declaration decides in any encoding that has ASCII as a part; a start tag alone only
  /// where the whole is text.
  static func mediaType(of bytes: [UInt8]) -> String? {
    var scanner = MarkupScanner(cursor: MarkupCursor(bytes))
    return scanner.run()
  }

  private mutating func run() -> String? {
    cursor.skipSpace()
    let isDeclared = cursor.isAt("<?xml") && cursor.peek(5).map(MarkupCursor.isSpace) == true
    guard let isHTML = skipProlog() else { return isDeclared ? "application/xml" : nil }
    if !isDeclared, isHTML || startsHTML { return "text/html" }
    let root = startTag()
    guard isDeclared || root != nil && ContentDetection.isText(cursor.bytes) else { return nil }
    return root?.elementsEqual("svg".utf8) == true ? "image/svg+xml" : "application/xml"
  }

  private var startsHTML: Bool {
    guard cursor.isAt("<html", ignoringCase: true), let next = cursor.peek(5) else { return false }
    return MarkupCursor.isSpace(next) || next == UInt8(ascii: ">")
  }

  /// Goes to the first tag; whether the document type is HTML, `nil` when something does not end.
  private mutating func skipProlog() -> Bool? {
    while true {
      cursor.skipSpace()
      if cursor.isAt("<!--") {
        cursor.advance(4)
        guard cursor.skip(past: "-->") else { return nil }
      } else if cursor.isAt("<?") {
        guard cursor.skip(past: "?>") else { return nil }
      } else if cursor.isAt("<!doctype", ignoringCase: true) {
        cursor.advance(9)
        cursor.skipSpace()
        if cursor.isAt("html", ignoringCase: true) { return true }
        guard skipDocumentType() else { return nil }
      } else {
        return false
      }
    }
  }

  private mutating func skipDocumentType() -> Bool {
    var isInner = false
    while let byte = cursor.peek() {
      cursor.advance()
      switch byte {
      case UInt8(ascii: "["): isInner = true
      case UInt8(ascii: "]"): isInner = false
      case UInt8(ascii: ">") where !isInner: return true
      case UInt8(ascii: "\""):
        guard cursor.skip(past: "\"") else { return false }
      case UInt8(ascii: "'"):
        guard cursor.skip(past: "'") else { return false }
      case UInt8(ascii: "<") where cursor.isAt("!--"):
        guard cursor.skip(past: "-->") else { return false }
      default: break
      }
    }
    return false
  }

  /// The name of a well formed start tag, without its prefix.
  private mutating func startTag() -> ArraySlice<UInt8>? {
    guard cursor.peek() == UInt8(ascii: "<") else { return nil }
    cursor.advance()
    guard let name = cursor.name() else { return nil }
    while true {
      let hasSpace = cursor.skipSpace()
      if cursor.peek() == UInt8(ascii: ">") || cursor.isAt("/>") {
        return name.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).last
      }
      guard hasSpace, attribute() else { return nil }
    }
  }

  private mutating func attribute() -> Bool {
    guard cursor.name() != nil else { return false }
    cursor.skipSpace()
    guard cursor.peek() == UInt8(ascii: "=") else { return false }
    cursor.advance()
    cursor.skipSpace()
    let quote = cursor.isAt("'") ? "'" : "\""
    guard cursor.isAt(quote) else { return false }
    cursor.advance()
    let start = cursor.at
    return cursor.skip(past: quote)
      && !cursor.bytes[start..<cursor.at].contains(UInt8(ascii: "<"))
  }
}
