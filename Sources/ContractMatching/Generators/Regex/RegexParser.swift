/// Reads a regular expression that PCRE2 has accepted already.
///
/// Only what says which texts match is kept: repetitions lose their greed, anchors are nothing.
struct RegexParser {
  /// The groups by their names.
  var names: [String: [Int]] = [:]
  /// The options that hold at this place.
  var flags = RegexFlags()
  /// How many groups there are before this place.
  var groups = 0
  /// How many groups are open.
  var depth = 0
  /// Whether everything is literal until `\E`.
  var isQuoting = false

  private let pattern: String
  private let scalars: [Unicode.Scalar]
  private(set) var at = 0

  /// How many groups may lie in each other.
  static let depthLimit = 100

  init(_ pattern: String) {
    self.pattern = pattern
    scalars = Array(pattern.unicodeScalars)
  }

  /// Reads the whole expression.
  ///
  /// - Throws: ``RuleError`` with the place of what no text can be made for.
  mutating func run() throws(RuleError) -> RegexNode {
    let root = try alternatives()
    guard peek == nil else { throw failure("')' without '('") }
    return root
  }

  /// Reads branches up to the end of the group or expression.
  mutating func alternatives() throws(RuleError) -> RegexNode {
    var branches = [try branch()]
    while take("|") { branches.append(try branch()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func branch() throws(RuleError) -> RegexNode {
    var items: [RegexNode] = []
    while true {
      skipIgnored()
      guard let next = peek, isQuoting || (next != "|" && next != ")") else { break }
      let item = repetition(of: try atom())
      if case .nothing = item { continue }
      items.append(item)
    }
    return items.count == 1 ? items[0] : items.isEmpty ? .nothing : .sequence(items)
  }

  private mutating func atom() throws(RuleError) -> RegexNode {
    guard let scalar = next() else { return .nothing }
    if isQuoting { return .one(of: [scalar]) }
    switch scalar {
    case "(": return try group()
    case "[": return try characterClass()
    case "\\": return try escape()
    case "^", "$": return .nothing
    case ".": return .one(of: ScalarSet.any.choices)
    default: return .one(of: [scalar])
    }
  }

  /// Skips what stands for nothing: comments, the ends of quotes, with `x` also white space.
  mutating func skipIgnored() {
    while let scalar = peek {
      if take("\\E") {
        isQuoting = false
      } else if isQuoting {
        return
      } else if take("\\Q") {
        isQuoting = true
      } else if take("(?#") {
        while let scalar = next(), scalar != ")" {}
      } else if flags.isExtended, scalar == "#" {
        while let scalar = next(), scalar != "\n" {}
      } else if flags.isExtended, scalar.properties.isPatternWhitespace {
        at += 1
      } else {
        return
      }
    }
  }
}

// MARK: - Reading

extension RegexParser {
  /// The next character.
  var peek: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  /// The character at some distance.
  func peek(after distance: Int) -> Unicode.Scalar? {
    at + distance < scalars.count ? scalars[at + distance] : nil
  }

  /// Takes the next character.
  mutating func next() -> Unicode.Scalar? {
    guard let scalar = peek else { return nil }
    at += 1
    return scalar
  }

  /// Takes a text of ASCII if it comes next.
  mutating func take(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      guard scalars.count - at >= wanted.count else { return false }
      for (place, byte) in wanted.enumerated() where scalars[at + place].value != byte {
        return false
      }
      at += wanted.count
      return true
    }
  }

  /// Takes everything up to a character, and that one.
  ///
  /// - Throws: ``RuleError`` when it does not come.
  mutating func text(upTo end: Unicode.Scalar) throws(RuleError) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = next() {
      if scalar == end { return String(text) }
      text.append(scalar)
    }
    throw failure("'\(end)' is missing")
  }

  /// Takes digits, as many as there are up to a limit.
  mutating func digits(_ limit: Int, radix: Int = 10) -> String {
    var digits = ""
    while digits.count < limit, let scalar = peek, scalar.isASCII,
      Character(scalar).hexDigitValue.map({ $0 < radix }) == true
    {
      digits.unicodeScalars.append(scalar)
      at += 1
    }
    return digits
  }

  /// Goes back to a place.
  mutating func rewind(to place: Int) { at = min(max(place, 0), scalars.count) }

  /// What no text can be made for, and where it stands.
  func failure(_ reason: String) -> RuleError {
    RuleError(
      "no text can be generated for the regular expression '\(pattern)': \(reason), at character"
        + " \(at)")
  }

  /// A failure for syntax that is left out.
  func unsupported(_ what: String) -> RuleError { failure("\(what) cannot be used for it") }
}
