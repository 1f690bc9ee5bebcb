/// A set of characters: exact for ASCII, and for others as far as it takes to name some of them.
struct ScalarSet: Sendable, Equatable {
  /// A bit for each character of ASCII.
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Ranges beyond ASCII that are in the set, or those that are not.
  private var others: [ClosedRange<UInt32>] = []
  private var isWithoutOthers = false

  init() {}

  /// The set of some characters of ASCII.
  init(_ characters: String) {
    for scalar in characters.unicodeScalars { insert(scalar, through: scalar) }
  }

  /// Every character.
  static let any = ScalarSet().inverted

  /// Adds a range.
  mutating func insert(_ lower: Unicode.Scalar, through upper: Unicode.Scalar) {
    guard lower <= upper else { return }
    if lower.value < 0x80 {
      for code in lower.value...min(upper.value, 0x7F) { insert(ascii: code) }
    }
    if upper.value >= 0x80, !isWithoutOthers {
      others.append(max(lower.value, 0x80)...upper.value)
    }
  }

  private mutating func insert(ascii code: UInt32) {
    if code < 64 { low |= 1 << UInt64(code) } else { high |= 1 << UInt64(code - 64) }
  }

  private func contains(ascii code: UInt32) -> Bool {
    code < 64 ? low >> UInt64(code) & 1 == 1 : high >> UInt64(code - 64) & 1 == 1
  }

  /// Adds the characters of another set.
  ///
  /// Beyond ASCII a set may lose characters by it: those that are left are in it for certain.
  mutating func formUnion(_ other: ScalarSet) {
    low |= other.low
    high |= other.high
    if isWithoutOthers == other.isWithoutOthers {
      others += other.others
    } else if other.isWithoutOthers {
      others = other.others
      isWithoutOthers = true
    }
  }

  /// All other characters.
  var inverted: ScalarSet {
    var set = self
    set.low = ~low
    set.high = ~high
    set.isWithoutOthers.toggle()
    return set
  }

  /// Adds each letter's other case.
  mutating func addOtherCase() {
    let letters: UInt64 = 0x07FF_FFFE  // the bits of @A…Z[ and `a…z{
    let (upper, lower) = (high & letters, high >> 32 & letters)
    high |= upper << 32 | lower
  }

  /// Characters of the set, those that can be read and typed if it has some.
  var choices: [Unicode.Scalar] {
    let printable = (0x20...0x7E).filter(contains(ascii:)).compactMap { Unicode.Scalar($0) }
    if !printable.isEmpty { return printable }
    let controls = (0...0x7F).filter(contains(ascii:)).compactMap { Unicode.Scalar($0) }
    return controls.isEmpty ? otherChoices : controls
  }

  private static let widest: UInt32 = 64
  private static let samples = "éßλЖאع中あア한©€😀".unicodeScalars

  private var otherChoices: [Unicode.Scalar] {
    if isWithoutOthers {
      return Self.samples.filter { scalar in !others.contains { $0.contains(scalar.value) } }
    }
    return others.prefix(Int(Self.widest)).flatMap { range in
      let last = min(range.upperBound, range.lowerBound + Self.widest - 1)
      return (range.lowerBound...last).compactMap { Unicode.Scalar($0) }
    }
  }
}
