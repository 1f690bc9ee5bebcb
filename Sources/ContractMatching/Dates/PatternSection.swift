/// The elements of an optional section of a date pattern, or of the whole pattern.
struct PatternSection {
  /// Where its bracket stands.
  let start: Int
  private var elements: [PatternElement] = []
  /// Text that is not yet an element.
  private var literal: [UInt8] = []
  /// The number that has to leave digits to the numbers right after it.
  private var base: Int?

  /// Starts a section.
  init(start: Int) {
    self.start = start
  }

  /// All elements.
  mutating func finish() -> [PatternElement] {
    endLiteral()
    return elements
  }

  /// Appends text that stands for itself.
  mutating func append(literal bytes: [UInt8]) { literal += bytes }

  /// Appends an element; digits right after a number shorten what that number may take.
  mutating func append(_ element: PatternElement) {
    endLiteral()
    elements.append(element)
    let digits: Int?
    switch element {
    case .number(let number): digits = number.fixedDigits
    case .fraction(let count): digits = count
    default:
      base = nil
      return
    }
    guard let digits, let base else {
      base = elements.count - 1
      return
    }
    if case .number(var number) = elements[base] {
      number.reservedDigits += digits
      elements[base] = .number(number)
    }
  }

  private mutating func endLiteral() {
    if literal.isEmpty { return }
    elements.append(.literal(literal))
    base = nil
    literal = []
  }
}
