/// Prints a moment by a date pattern.
struct DateTimePrinter {
  private let moment: Moment
  private var bytes: [UInt8] = []

  /// Takes the moment.
  init(_ moment: Moment) {
    self.moment = moment
  }

  /// What was printed.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Prints elements, optional ones too.
  mutating func print(_ elements: [PatternElement]) {
    for element in elements { print(element) }
  }

  private mutating func print(_ element: PatternElement) {
    switch element {
    case .literal(let text): bytes += text
    case .number(let number): print(number)
    case .fraction(let digits):
      print(moment.nanosecond / DateTimeFields.Fraction.unit(digits: digits), digits: digits)
    case .text(let text): bytes += text.bytes(of: text.field.value(of: moment))
    case .offset(let offset): print(offset)
    case .zone:
      bytes += Array((moment.offsetSeconds == 0 ? "UTC" : "GMT").utf8)
      if moment.offsetSeconds != 0 { print(OffsetElement.zone) }
    case .padded(let width, let inner):
      let start = bytes.count
      print(inner)
      let missing = max(width - (bytes.count - start), 0)
      bytes.insert(contentsOf: [UInt8](repeating: UInt8(ascii: " "), count: missing), at: start)
    case .optional(let inner): print(inner)
    }
  }

  private mutating func print(_ number: NumberElement) {
    let value = number.field.value(of: moment)
    if value < 0 {
      bytes.append(UInt8(ascii: "-"))
    } else if number.sign == .beyondWidth, String(value).utf8.count > number.minDigits {
      bytes.append(UInt8(ascii: "+"))
    }
    print(abs(value), digits: number.minDigits)
  }

  private mutating func print(_ value: Int, digits: Int) {
    let text = Array(String(value).utf8)
    let missing = max(digits - text.count, 0)
    bytes += [UInt8](repeating: UInt8(ascii: "0"), count: missing) + text
  }

  private mutating func print(_ offset: OffsetElement) {
    if offset.isGMT { bytes += Array("GMT".utf8) }
    let seconds = abs(moment.offsetSeconds)
    let hasSeconds = offset.seconds != .never && seconds % 60 > 0
    let hasMinutes = offset.minutes == .always || seconds / 60 % 60 > 0 || hasSeconds
    let isZero = seconds < 60 && !hasSeconds
    if isZero, offset.isGMT { return }
    if isZero, offset.isZ {
      bytes.append(UInt8(ascii: "Z"))
      return
    }
    bytes.append(moment.offsetSeconds < 0 && !isZero ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    print(seconds / 3_600, digits: offset.isPadded ? 2 : 1)
    if hasMinutes { print(part: seconds / 60 % 60, offset) }
    if hasSeconds { print(part: seconds % 60, offset) }
  }

  private mutating func print(part: Int, _ offset: OffsetElement) {
    if offset.hasColon { bytes.append(UInt8(ascii: ":")) }
    print(part, digits: 2)
  }
}
