/// Lays XML out anew: white space between tags goes, and in the pretty layout lines come.
enum XMLLayout {
  private enum Token {
    case open(Substring.UTF8View)
    case close(Substring.UTF8View)
    case whole(Substring.UTF8View)
    case text(Substring.UTF8View)
  }

  /// Formats a document.
  ///
  /// - Throws: when a tag is not closed.
  static func format(_ text: String, isCompact: Bool) throws(TemplateFailure) -> String {
    let tokens = try tokens(text)
    var result: [UInt8] = []
    var depth = 0
    var isInline = false
    func line(_ depth: Int) {
      guard !isCompact, !result.isEmpty else { return }
      result.append(0x0A)
      result += repeatElement(0x20, count: 2 * min(depth, 200))
    }
    for (index, token) in tokens.enumerated() {
      switch token {
      case .open(let tag):
        if !isInline { line(depth) }
        result += tag
        depth += 1
        isInline = false
        if index + 1 < tokens.count {
          switch tokens[index + 1] {
          case .text, .close: isInline = true
          case .open, .whole: break
          }
        }
      case .close(let tag):
        depth = max(depth - 1, 0)
        if !isInline { line(depth) }
        result += tag
        isInline = false
      case .whole(let tag):
        if !isInline { line(depth) }
        result += tag
      case .text(let text):
        result += text
        isInline = true
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func tokens(_ text: String) throws(TemplateFailure) -> [Token] {
    var tokens: [Token] = []
    var rest = text[...].utf8
    while let first = rest.first {
      guard first == UInt8(ascii: "<") else {
        let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
        let part = rest[..<end]
        if part.contains(where: { !TemplateParser.isSpace($0) }) { tokens.append(.text(part)) }
        rest = rest[end...]
        continue
      }
      let closing =
        starts(rest, "<!--")
        ? "-->" : starts(rest, "<![CDATA[") ? "]]>" : starts(rest, "<?") ? "?>" : ">"
      guard let end = end(of: closing, in: rest) else {
        throw TemplateFailure("formatXml: a tag is not closed by '\(closing)'")
      }
      let tag = rest[..<end]
      rest = rest[end...]
      if closing == "]]>" {
        tokens.append(.text(tag))
      } else if closing != ">" || tag.dropFirst().first == UInt8(ascii: "!") {
        tokens.append(.whole(tag))
      } else if tag.dropFirst().first == UInt8(ascii: "/") {
        tokens.append(.close(tag))
      } else {
        let isEmpty = tag.dropLast().last == UInt8(ascii: "/")
        tokens.append(isEmpty ? .whole(tag) : .open(tag))
      }
    }
    return tokens
  }

  private static func starts(_ text: Substring.UTF8View, _ start: String) -> Bool {
    text.starts(with: start.utf8)
  }

  /// The place behind the first occurrence of a text.
  private static func end(
    of mark: String, in text: Substring.UTF8View
  ) -> Substring.UTF8View.Index? {
    var place = text.startIndex
    var quote: UInt8?
    while place < text.endIndex {
      let byte = text[place]
      if mark == ">", let open = quote {
        if byte == open { quote = nil }
      } else if mark == ">", byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if text[place...].starts(with: mark.utf8) {
        return text.index(place, offsetBy: mark.utf8.count)
      }
      place = text.index(after: place)
    }
    return nil
  }
}
