import JSONText

/// Lays out a JSON text that was cut, or is not quite JSON, by its tokens alone.
struct JSONTokenLayout {
  private let bytes: [UInt8]
  private let isCut: Bool
  private var at = 0
  private var lines: [String] = []
  private var line = ""
  private var depth = 0
  private var strings = 0
  /// Whether the text ends within a string.
  private var endsInString = false

  /// The layout of a text; `nil` when it holds something that JSON has no token for.
  static func layout(of text: CutText) -> JSONTokenLayout? {
    var layout = JSONTokenLayout(text)
    while layout.at < layout.bytes.count {
      guard layout.step() else { return nil }
    }
    if layout.isCut {
      layout.lines.append(Layout.indented(layout.line, layout.depth))
    } else {
      layout.endLine()
    }
    return layout
  }

  /// The lines.
  var layout: Layout { Layout(lines: lines, isCut: isCut) }

  /// Whether the text is the start of one string and nothing else.
  var isOneString: Bool {
    endsInString && strings == 1 && line.utf8.first == UInt8(ascii: "\"")
  }

  private init(_ text: CutText) {
    bytes = Array(text.text.utf8)
    isCut = text.isCut
  }

  private mutating func step() -> Bool {
    let byte = bytes[at]
    switch byte {
    case 0x20, 0x0A, 0x0D, 0x09: at += 1
    case UInt8(ascii: "{"): open("{", "}")
    case UInt8(ascii: "["): open("[", "]")
    case UInt8(ascii: "}"): close("}")
    case UInt8(ascii: "]"): close("]")
    case UInt8(ascii: ","):
      line += ","
      at += 1
      endLine()
    case UInt8(ascii: ":"):
      line += ": "
      at += 1
    case UInt8(ascii: "\""): string()
    default: return scalar()
    }
    return true
  }

  private mutating func endLine() {
    if !line.isEmpty { lines.append(Layout.indented(line, depth)) }
    line = ""
  }

  private mutating func open(_ start: String, _ end: String) {
    if !line.isEmpty, !line.hasSuffix(": ") { endLine() }
    line += start
    at += 1
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    // Where the text is cut behind the bracket, the line may go on with the other one.
    if at == bytes.count, isCut { return }
    if at < bytes.count, bytes[at] == end.utf8.first {
      line += end
      at += 1
    } else {
      endLine()
      depth += 1
    }
  }

  private mutating func close(_ end: String) {
    endLine()
    depth = max(0, depth - 1)
    line = end
    at += 1
  }

  private mutating func string() {
    let start = at
    var lastEscape = start
    strings += 1
    at += 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      let isEscape = bytes[at] == UInt8(ascii: "\\")
      if isEscape { lastEscape = at }
      at += isEscape ? 2 : 1
    }
    endsInString = at >= bytes.count
    at = min(at + 1, bytes.count)
    if endsInString {
      line += Self.start(bytes[start..<at], lastEscape: lastEscape)
    } else {
      let text = String(decoding: bytes[start..<at], as: UTF8.self)
      line += Self.decoded(text).map { JSONLayout.quoted($0) } ?? text
    }
  }

  /// The start of a string, without an escape that was cut in two.
  private static func start(_ token: ArraySlice<UInt8>, lastEscape: Int) -> String {
    let text = String(decoding: token, as: UTF8.self)
    let whole = String(decoding: token[..<lastEscape], as: UTF8.self)
    guard var string = decoded(text + "\"") ?? decoded(whole + "\"") else { return text }
    // One half of a pair of escapes reads as this.
    while string.unicodeScalars.last == "\u{FFFD}" { string.unicodeScalars.removeLast() }
    return String(JSONLayout.quoted(string).unicodeScalars.dropLast())
  }

  private static func decoded(_ token: String) -> String? { try? JSONValue(parsing: token).string }

  /// Takes a number or a word; a cut may leave the start of one.
  private mutating func scalar() -> Bool {
    let token = bytes[at...].prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "E"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    let text = String(decoding: token, as: UTF8.self)
    let isAtEnd = isCut && token.endIndex == bytes.count
    let isWord = ["true", "false", "null"].contains { word in
      isAtEnd ? word.hasPrefix(text) : word == text
    }
    let isNumber =
      token.first.map { $0 == UInt8(ascii: "-") || $0 <= UInt8(ascii: "9") } == true
      && token.allSatisfy { $0 <= UInt8(ascii: "9") || $0 | 0x20 == UInt8(ascii: "e") }
    guard !token.isEmpty, isWord || isNumber else { return false }
    line += text
    at = token.endIndex
    return true
  }
}
