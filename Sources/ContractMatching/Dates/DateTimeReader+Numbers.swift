extension DateTimeReader {
  /// Reads a number, which leaves the digits that it has to leave to those after it.
  mutating func read(_ number: NumberElement) -> Bool {
    let start = at
    let isNegative = number.sign != .none && take(UInt8(ascii: "-"))
    let isPositive = number.sign == .beyondWidth && !isNegative && take(UInt8(ascii: "+"))
    let first = at
    let run = digitCount(limit: number.maxDigits + number.reservedDigits)
    guard run >= number.minDigits else { return fail(.element(.number(number)), at: first + run) }
    let count = max(number.minDigits, run - number.reservedDigits)
    let value = digits(count)
    // As in Java, there is no minus before 0, and a plus only before more digits than the least.
    if isNegative, value == 0 { return fail(.element(.number(number)), at: start) }
    if number.sign == .beyondWidth, !isNegative, isPositive != (count > number.minDigits) {
      return isPositive
        ? fail(.element(.number(number)), at: start)
        : fail(.plus(number.field, digits: number.minDigits), at: start)
    }
    return set(number.field, isNegative ? -value : value, from: start)
  }

  /// Reads a fraction of a second.
  mutating func read(fraction count: Int) -> Bool {
    let start = at
    let run = digitCount(limit: count)
    guard run == count else { return fail(.element(.fraction(digits: count)), at: at + run) }
    let nanoseconds = digits(count) * DateTimeFields.Fraction.unit(digits: count)
    return set(DateTimeFields.Fraction(nanoseconds: nanoseconds, digits: count), from: start)
  }

  /// Takes two digits if they come next.
  mutating func twoDigits() -> Int? {
    digitCount(limit: 2) == 2 ? digits(2) : nil
  }

  /// How many digits come next.
  func digitCount(limit: Int) -> Int {
    var count = 0
    while count < limit, let byte = byte(at + count), Self.isDigit(byte) { count += 1 }
    return count
  }

  /// Takes digits that are there.
  mutating func digits(_ count: Int) -> Int {
    var value = 0
    for byte in bytes[at..<at + count] {
      value = value.multipliedSaturated(by: 10).addingSaturated(Int(byte & 0x0F))
    }
    at += count
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
