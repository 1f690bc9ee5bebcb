/// Where a text does not follow its date pattern.
struct ReadFailure: Sendable {
  /// What the pattern wants.
  enum Expectation: Sendable {
    /// An element.
    case element(PatternElement)
    /// A plus, since the number is longer than its pattern.
    case plus(PatternField, digits: Int)
    /// The same value as before.
    case sameValue(PatternField, before: Int)
    /// A width in characters, spaces included.
    case width(Int)
    /// The end of the text.
    case end
  }

  /// The byte where it is wanted.
  let at: Int
  /// What is wanted.
  let expectation: Expectation

  /// What is wanted, where, and what is there instead.
  func message(in text: String) -> String {
    let bytes = text.utf8
    let index = bytes.index(bytes.startIndex, offsetBy: at, limitedBy: bytes.endIndex)
    let place = String(decoding: bytes.prefix(at), as: UTF8.self).count + 1
    let next = index.flatMap { String(decoding: bytes[$0...], as: UTF8.self).first }
    let found = next.map { "found '\(Excerpt.of(String($0)))'" } ?? "the text ends"
    return "expected \(wanted) at character \(place), but \(found)"
  }

  private var wanted: String {
    switch expectation {
    case .end: "the end"
    case .width(let width): "\(width) characters with the spaces before them"
    case .plus(let field, let digits):
      "'+' or no more than \(digits) digits for the \(field.name)"
    case .sameValue(let field, let before): "the \(field.name) to be \(before) again"
    case .element(let element): Self.describe(element)
    }
  }

  private static func describe(_ element: PatternElement) -> String {
    switch element {
    case .literal: element.name
    case .number(let number):
      "\(digits(number.minDigits...number.maxDigits)) for the \(element.name)"
    case .fraction(let count): "\(digits(count...count)) for the \(element.name)"
    case .text(let text): "the \(element.name), such as '\(example(text))',"
    case .offset(let offset): "an offset like \(offset.example)"
    case .zone: "a time zone like UTC or Europe/Paris"
    case .padded(_, let inner): describe(inner)
    case .optional: element.name
    }
  }

  private static func example(_ text: EnglishDateText) -> String {
    String(decoding: text.entries.first?.bytes ?? [], as: UTF8.self)
  }

  private static func digits(_ range: ClosedRange<Int>) -> String {
    if range.upperBound == range.lowerBound {
      return range.upperBound == 1 ? "a digit" : "\(range.upperBound) digits"
    }
    return range.lowerBound == 1 ? "digits" : "\(range.lowerBound) digits or more"
  }
}
