/// The values that a text gave for the letters of its pattern.
struct DateTimeFields: Sendable {
  /// The first digits of the fraction of a second.
  struct Fraction: Sendable, Hashable {
    /// The nanoseconds, rounded down to the digits.
    let nanoseconds: Int
    /// How many digits were given.
    let digits: Int

    /// The nanoseconds of its last digit.
    static func unit(digits: Int) -> Int { (digits..<9).reduce(1) { unit, _ in unit * 10 } }
  }

  private var values = [Int?](repeating: nil, count: PatternField.allCases.count)
  /// The fraction of the second with the most digits.
  private(set) var fraction: Fraction?
  /// The first value that is out of its range.
  private var outOfRange: (field: PatternField, value: Int)?

  /// The value of a field.
  subscript(field: PatternField) -> Int? { values[field.rawValue] }

  /// Why a value cannot be.
  var fault: String? {
    outOfRange.map { field, value in
      let range = field.range
      return "the \(field.name) is \(value), not \(range.lowerBound) to \(range.upperBound)"
    }
  }

  /// Notes a value.
  ///
  /// - Returns: another value that the field had before.
  mutating func set(_ field: PatternField, _ value: Int) -> Int? {
    if outOfRange == nil, !field.range.contains(value) { outOfRange = (field, value) }
    let before = values[field.rawValue]
    values[field.rawValue] = value
    return before == value ? nil : before
  }

  /// Notes a fraction of a second.
  ///
  /// - Returns: the nanoseconds of an earlier fraction that says something else.
  mutating func set(_ new: Fraction) -> Int? {
    guard let old = fraction else {
      fraction = new
      return nil
    }
    let unit = Fraction.unit(digits: min(old.digits, new.digits))
    if new.digits > old.digits { fraction = new }
    return old.nanoseconds / unit == new.nanoseconds / unit ? nil : old.nanoseconds
  }
}
