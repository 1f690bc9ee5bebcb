/// What a rendering has printed so far.
struct TemplateOutput {
  /// The bytes.
  private(set) var bytes: [UInt8] = []
  private let escaping: TemplateEscaping
  /// Whether the end of a JSON text lies within quotes, and behind a backslash.
  private var isInString = false
  private var isBehindBackslash = false

  /// Creates an empty output.
  init(escaping: TemplateEscaping) { self.escaping = escaping }

  /// Prints text as it is.
  mutating func print(raw text: some Sequence<UInt8>) {
    let start = bytes.count
    bytes += text
    guard escaping == .json else { return }
    for byte in bytes[start...] {
      if isBehindBackslash {
        isBehindBackslash = false
      } else if byte == UInt8(ascii: "\\") {
        isBehindBackslash = isInString
      } else if byte == UInt8(ascii: "\"") {
        isInString.toggle()
      }
    }
  }

  /// Prints a value's text, escaped by where it stands.
  mutating func print(escaped text: String) {
    switch escaping {
    case .none: bytes += text.utf8
    case .json:
      if isInString { escapeJSON(text) } else { print(raw: text.utf8) }
    case .markup: escapeMarkup(text, isCompatible: false)
    case .html: escapeMarkup(text, isCompatible: true)
    }
  }

  private mutating func escapeJSON(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += #"\""#.utf8
      case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
      case 0x0A: bytes += #"\n"#.utf8
      case 0x0D: bytes += #"\r"#.utf8
      case 0x09: bytes += #"\t"#.utf8
      case 0..<0x20: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
  }

  private mutating func escapeMarkup(_ text: String, isCompatible: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#x27;".utf8
      case UInt8(ascii: "`") where isCompatible: bytes += "&#x60;".utf8
      case UInt8(ascii: "=") where isCompatible: bytes += "&#x3D;".utf8
      default: bytes.append(byte)
      }
    }
  }
}
