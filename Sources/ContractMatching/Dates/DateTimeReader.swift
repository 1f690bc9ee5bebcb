/// Reads a text by a date pattern, byte by byte.
///
/// An optional section is tried once, and left out when it does not fit: every element is tried at
/// most once, so the cost is that of the text and the pattern.
struct DateTimeReader {
  /// The text.
  let bytes: [UInt8]
  /// The byte that comes next.
  var at = 0
  /// Where the text ends for the element that is read.
  private var end: Int
  /// What was read.
  private(set) var fields = DateTimeFields()
  /// The failure farthest in the text, which explains best why it does not fit.
  private var failure: ReadFailure?

  /// Takes the text.
  init(_ text: String) {
    bytes = Array(text.utf8)
    end = bytes.count
  }

  /// Reads the whole text.
  ///
  /// - Returns: where it does not follow the pattern, or `nil`.
  mutating func read(whole elements: [PatternElement]) -> ReadFailure? {
    guard read(elements) else { return failure }
    if at == end { return nil }
    if let failure, failure.at > at { return failure }
    return ReadFailure(at: at, expectation: .end)
  }

  /// The byte that comes next, or `nil` at the end.
  var peek: UInt8? { byte(at) }

  /// A byte ahead.
  func byte(_ index: Int) -> UInt8? { index < end ? bytes[index] : nil }

  /// Takes a byte if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  /// Takes a text if it comes next.
  mutating func take(_ text: [UInt8]) -> Bool {
    guard comes(text) else { return false }
    at += text.count
    return true
  }

  /// Whether a text comes next.
  func comes(_ text: [UInt8]) -> Bool {
    text.count <= end - at && bytes[at..<at + text.count].elementsEqual(text)
  }

  /// Notes that something else was wanted.
  ///
  /// - Parameter place: where, or `nil` for the byte that comes next.
  /// - Returns: false.
  mutating func fail(_ expectation: ReadFailure.Expectation, at place: Int? = nil) -> Bool {
    let place = place ?? at
    if place >= failure?.at ?? 0 { failure = ReadFailure(at: place, expectation: expectation) }
    return false
  }

  /// Notes a value that stands before the next byte.
  ///
  /// - Returns: whether it agrees with what was read before.
  mutating func set(_ field: PatternField, _ value: Int, from start: Int) -> Bool {
    guard let before = fields.set(field, value) else { return true }
    // Some forms of an offset lack its seconds.
    if field == .offset, before / 60 == value / 60 { return true }
    return fail(.sameValue(field, before: before), at: start)
  }

  /// Notes a fraction of a second.
  ///
  /// - Returns: whether it agrees with what was read before.
  mutating func set(_ fraction: DateTimeFields.Fraction, from start: Int) -> Bool {
    guard let before = fields.set(fraction) else { return true }
    return fail(.sameValue(.nanosecond, before: before), at: start)
  }

  private mutating func read(_ elements: [PatternElement]) -> Bool {
    for element in elements {
      guard read(element) else { return false }
    }
    return true
  }

  private mutating func read(_ element: PatternElement) -> Bool {
    let start = at
    switch element {
    case .literal(let text): return take(text) || fail(.element(element))
    case .number(let number): return read(number)
    case .fraction(let digits): return read(fraction: digits)
    case .text(let text): return read(text)
    case .offset(let offset):
      guard let seconds = read(offset) else { return fail(.element(element), at: start) }
      return set(.offset, seconds, from: start)
    case .zone(let isFull):
      if skipZone(isFull: isFull) { return true }
      at = start
      return fail(.element(element))
    case .padded(let width, let inner): return read(inner, paddedTo: width)
    case .optional(let inner):
      let before = fields
      if !read(inner) { (at, fields) = (start, before) }
      return true
    }
  }

  private mutating func read(_ element: PatternElement, paddedTo width: Int) -> Bool {
    let start = at
    let outerEnd = end
    defer { end = outerEnd }
    guard width <= end - at else { return fail(.width(width), at: start) }
    end = at + width
    while take(UInt8(ascii: " ")) {}
    guard read(element) else { return false }
    return at == end || fail(.width(width), at: start)
  }

  private mutating func read(_ text: EnglishDateText) -> Bool {
    let start = at
    let fitting = text.entries.filter(comes)
    guard let entry = fitting.max(by: { $0.bytes.count < $1.bytes.count }) else {
      return fail(.element(.text(text)))
    }
    at += entry.bytes.count
    guard let value = entry.value else { return true }
    return set(text.field, value, from: start)
  }

  private func comes(_ entry: EnglishDateText.Entry) -> Bool { comes(entry.bytes) }
}
