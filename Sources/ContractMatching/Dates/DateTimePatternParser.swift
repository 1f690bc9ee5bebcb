/// Compiles date patterns.
struct DateTimePatternParser {
  private let pattern: String
  private let scalars: [Unicode.Scalar]
  private var at = 0
  /// The whole pattern, and the optional sections that are open.
  private var sections = [PatternSection(start: 0)]

  /// How deep optional sections may be nested.
  static let depthLimit = 8

  /// Takes the pattern.
  init(_ pattern: String) {
    self.pattern = pattern
    scalars = Array(pattern.unicodeScalars)
  }

  /// Reads the whole pattern.
  ///
  /// - Throws: ``RuleError`` with the pattern, the place and what is allowed there.
  mutating func run() throws(RuleError) -> [PatternElement] {
    while let scalar = peek {
      switch scalar {
      case "a"..."z", "A"..."Z":
        let element = try element()
        sections[sections.count - 1].append(element)
      case "'":
        let text = try quoted()
        sections[sections.count - 1].append(literal: text)
      case "[": try open()
      case "]": try close()
      case "{", "}", "#":
        throw failure("'\(scalar)' is reserved: write it in quotes, '\(scalar)'", at)
      default:
        sections[sections.count - 1].append(literal: Array(String(scalar).utf8))
        at += 1
      }
    }
    guard sections.count == 1 else {
      throw failure("'[' is not closed: expected ']'", sections.last?.start ?? 0)
    }
    return sections[0].finish()
  }

  private var peek: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private func failure(_ reason: String, _ place: Int) -> RuleError {
    RuleError(
      "the date pattern '\(Excerpt.of(pattern))' is not valid at character \(place + 1): \(reason)")
  }

  /// Reads a run of one letter.
  private mutating func run(of letter: Unicode.Scalar) -> PatternLetter {
    let start = at
    while peek == letter { at += 1 }
    return PatternLetter(letter: letter, count: at - start)
  }

  private mutating func element() throws(RuleError) -> PatternElement {
    let start = at
    guard let letter = peek else { throw failure("expected a letter", start) }
    let letters = run(of: letter)
    if letter == "p" { return try padded(letters.count, start) }
    if let element = letters.element { return element }
    guard let counts = letters.allowedCounts else {
      throw failure(
        "'\(letter)' is no pattern letter; letters are \(PatternLetter.known), and text stands in"
          + " quotes", start)
    }
    throw failure(
      "'\(letter)' stands there \(letters.count) times; allowed is \(Self.list(counts.sorted()))",
      start)
  }

  private mutating func padded(_ width: Int, _ start: Int) throws(RuleError) -> PatternElement {
    guard let next = peek, next.isASCII, next.properties.isAlphabetic else {
      throw failure("'p' pads what follows: expected another pattern letter after it", start)
    }
    return .padded(width: width, try element())
  }

  /// Counts for a message: `1 to 5`, `1 or 2`, `1, 4 or 5`.
  private static func list(_ counts: [Int]) -> String {
    guard let first = counts.first, let last = counts.last, counts.count > 1 else {
      return counts.map(String.init).joined()
    }
    if counts.count > 2, last - first == counts.count - 1 { return "\(first) to \(last)" }
    return counts.dropLast().map(String.init).joined(separator: ", ") + " or \(last)"
  }

  /// Reads a text in quotes, where two quotes stand for one, as they do without a text.
  private mutating func quoted() throws(RuleError) -> [UInt8] {
    let start = at
    var text: [UInt8] = []
    at += 1
    while let scalar = peek {
      at += 1
      if scalar == "'" {
        guard peek == "'" else { return text.isEmpty ? Array("'".utf8) : text }
        at += 1
      }
      text += Array(String(scalar).utf8)
    }
    throw failure("the quote is not closed: expected \"'\"", start)
  }

  private mutating func open() throws(RuleError) {
    guard sections.count <= Self.depthLimit else {
      throw failure("at most \(Self.depthLimit) optional sections can be nested", at)
    }
    sections.append(PatternSection(start: at))
    at += 1
  }

  private mutating func close() throws(RuleError) {
    guard sections.count > 1, var section = sections.popLast() else {
      throw failure("there is no '[' for ']'; write it in quotes, ']'", at)
    }
    at += 1
    sections[sections.count - 1].append(.optional(section.finish()))
  }
}
