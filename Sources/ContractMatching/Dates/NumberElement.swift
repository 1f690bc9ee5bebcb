/// A number in a date pattern.
struct NumberElement: Sendable {
  /// Which signs a number may have.
  enum Sign: Sendable {
    /// None.
    case none
    /// A minus for numbers below 0.
    case minus
    /// A minus for numbers below 0, and a plus when there are more digits than the least number.
    case beyondWidth
  }

  /// What the number is.
  let field: PatternField
  /// The least number of digits.
  let minDigits: Int
  /// The greatest number of digits.
  let maxDigits: Int
  /// The signs that are allowed.
  let sign: Sign
  /// How many digits at the end of a run belong to the numbers that follow.
  var reservedDigits = 0

  /// A number of just so many digits.
  init(_ field: PatternField, digits: Int) {
    self.init(field, digits...digits)
  }

  /// A number of a varying count of digits.
  init(_ field: PatternField, _ digits: ClosedRange<Int>, _ sign: Sign = .none) {
    self.field = field
    minDigits = digits.lowerBound
    maxDigits = digits.upperBound
    self.sign = sign
  }

  /// The most digits that a number of varying width has.
  static let digitLimit = 19

  /// The digits that a number before it has to leave, when it always has the same count of them.
  var fixedDigits: Int? { minDigits == maxDigits && sign == .none ? minDigits : nil }
}
