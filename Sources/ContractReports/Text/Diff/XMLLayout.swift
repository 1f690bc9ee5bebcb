/// Lays out XML, or what resembles it: a line for each element, two spaces a level.
///
/// The text is cut into tags and texts and never parsed, so that no entity is expanded and nothing
/// is loaded, and that a text which is cut or not well-formed has a layout, too. An element with no
/// more than a text in it is one line. Attributes are sorted; texts are trimmed.
struct XMLLayout {
  private var scanner: XMLScanner
  private let isCut: Bool
  private var lines: [String] = []
  private var path = XMLPath()
  /// A start tag without its `>`, until it is clear what its element holds.
  private var tag: (name: String, text: String)?
  /// The text behind that tag.
  private var content: String?

  /// Whether a text starts like XML.
  static func isXML(_ text: CutText) -> Bool {
    text.text.utf8.first { !XMLScanner.isSpace($0) } == UInt8(ascii: "<")
  }

  /// The layout of a text.
  static func layout(of text: CutText) -> Layout {
    var layout = XMLLayout(text)
    while let token = layout.scanner.next() { layout.append(token) }
    layout.finish()
    return Layout(lines: layout.lines, isCut: text.isCut)
  }

  private init(_ text: CutText) {
    isCut = text.isCut
    // A `<` at a cut may start a tag or be a character of the text: nothing is known of it.
    let isOpen = isCut && text.text.utf8.last == UInt8(ascii: "<")
    scanner = XMLScanner(isOpen ? String(text.text.unicodeScalars.dropLast()) : text.text)
  }

  private mutating func append(_ token: XMLToken) {
    switch token {
    case .start(let start):
      flush()
      if start.isEmpty {
        append(start.text + "/>")
      } else {
        tag = (start.name, start.text)
      }
    case .end(let name): close(name)
    case .text(let text): append(text: text)
    case .other(let text):
      flush()
      append(text)
    case .unfinished(let text): append(unfinished: text)
    }
  }

  private mutating func append(_ line: String) { lines.append(Layout.indented(line, path.depth)) }

  private mutating func append(text: [String]) {
    if tag != nil, content == nil, let only = text.first, text.count == 1 {
      content = only
      return
    }
    flush()
    for line in text { append(line) }
  }

  /// Writes the start of a piece of markup within which the text ends.
  private mutating func append(unfinished text: String) {
    let isEnd = text.hasPrefix("</")
    if isCut, tag != nil, isEnd || text.hasPrefix("<!") { return }
    flush()
    lines.append(Layout.indented(text, path.depth - (isEnd ? 1 : 0)))
  }

  private mutating func close(_ name: String) {
    if let tag, tag.name == name {
      append(tag.text + (content.map { ">\($0)</\(name)>" } ?? "/>"))
      self.tag = nil
      content = nil
      return
    }
    flush()
    path.leave(name)
    append("</\(name)>")
  }

  /// Writes the start tag that waits, as one of an element with more in it.
  private mutating func flush() {
    guard let tag else { return }
    append(tag.text + ">")
    path.enter(tag.name)
    if let content { append(content) }
    self.tag = nil
    content = nil
  }

  /// Writes what waits.
  ///
  /// Where the text is cut, the last line is the one that goes on. Of an element at the cut only
  /// the start is known: with more in it, it would not be one line.
  private mutating func finish() {
    guard isCut else { return flush() }
    if let tag {
      append(tag.text)
    } else if !scanner.endsWithin {
      append("")
    }
  }
}
