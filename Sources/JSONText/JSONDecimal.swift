/// The exact decimal value of a JSON number, compared by value: `1` equals `1.0` and `10e-1`.
package struct JSONDecimal: Sendable, Hashable, Comparable {
  private let isNegative: Bool
  private let digits: [UInt8]
  private let exponent: Int

  /// Reads the value of a number; `nil` when the value is no number.
  package init?(_ value: JSONValue) {
    guard value.kind == .number else { return nil }
    let number = JSONNumber(value.document.bytes[value.byteRange])
    (isNegative, digits, exponent) = (number.isNegative, number.digits, number.exponent)
  }

  /// Whether the value has no fraction.
  package var isInteger: Bool { digits.isEmpty || exponent >= 0 }

  /// The value as a count: a nonnegative integer, at most `Int.max`; else `nil`.
  package var count: Int? {
    guard isInteger, !isNegative else { return nil }
    guard digits.count <= 18, exponent <= 18 else { return digits.isEmpty ? 0 : .max }
    var result = 0
    for digit in digits { result = result &* 10 &+ Int(digit &- 48) }
    for _ in 0..<exponent {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return .max }
      result = next
    }
    return result
  }

  /// Orders two numbers by value.
  package static func < (left: JSONDecimal, right: JSONDecimal) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? right.isSmaller(than: left) : left.isSmaller(than: right)
  }

  private func isSmaller(than other: JSONDecimal) -> Bool {
    if digits.isEmpty || other.digits.isEmpty { return !other.digits.isEmpty }
    let (mine, theirs) = (exponent &+ digits.count, other.exponent &+ other.digits.count)
    if mine != theirs { return mine < theirs }
    return digits.lexicographicallyPrecedes(other.digits)
  }

  /// The digits as an integer, without the exponent; `nil` for more than 18 of them.
  private var significand: UInt64? {
    guard digits.count <= 18 else { return nil }
    return digits.reduce(0) { $0 &* 10 &+ UInt64($1 &- 48) }
  }

  /// Whether ``isMultiple(of:)`` takes the value as a divisor: above 0, at most 18 digits.
  package var isDivisor: Bool { !isNegative && !digits.isEmpty && digits.count <= 18 }

  /// Whether the value divided by another is an integer, exactly.
  ///
  /// - Parameter divisor: a value whose ``isDivisor`` holds; for another the answer is `false`.
  package func isMultiple(of divisor: JSONDecimal) -> Bool {
    guard divisor.isDivisor, let modulus = divisor.significand, modulus > 0 else { return false }
    if digits.isEmpty { return true }
    let (shift, overflow) = exponent.subtractingReportingOverflow(divisor.exponent)
    // The digits do not end with 0, so a divisor with a factor of ten more cannot divide them.
    if overflow || shift < 0 { return overflow && exponent > 0 }
    var rest: UInt64 = 0
    for digit in digits { rest = (rest &* 10 &+ UInt64(digit &- 48)) % modulus }
    // 72 tens hold more twos and fives than 18 digits can: more tens change nothing.
    for _ in 0..<min(shift, 72) { rest = (rest &* 10) % modulus }
    return rest == 0
  }
}
