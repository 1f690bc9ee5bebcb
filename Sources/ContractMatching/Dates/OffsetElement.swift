/// An offset from UTC in a date pattern: the letters `X`, `x`, `Z` and `O`.
struct OffsetElement: Sendable {
  /// Which of the parts after the hours are written.
  enum Part: Sendable {
    case never, unlessZero, always
  }

  /// Whether the offset 0 is written as `Z`.
  var isZ = false
  /// Whether it starts with `GMT`, after which the offset 0 has no digits.
  var isGMT = false
  /// Whether hours always have two digits.
  var isPadded = true
  /// Whether there are colons between the parts.
  var hasColon = true
  /// Whether there are minutes.
  var minutes = Part.always
  /// Whether there are seconds.
  var seconds = Part.never

  /// The form of `x` and `X` with a number of letters, 1 to 5.
  static func iso(_ count: Int, isZ: Bool) -> OffsetElement {
    OffsetElement(
      isZ: isZ, hasColon: count == 3 || count == 5, minutes: count == 1 ? .unlessZero : .always,
      seconds: count > 3 ? .unlessZero : .never)
  }

  /// The form of `O`, `OOOO` and `ZZZZ`.
  static func gmt(isFull: Bool) -> OffsetElement {
    OffsetElement(
      isGMT: true, isPadded: isFull, minutes: isFull ? .always : .unlessZero,
      seconds: .unlessZero)
  }

  /// The form of offsets in zone names, `+01:00`.
  static let zone = OffsetElement(seconds: .unlessZero)

  /// An example for messages.
  var example: String {
    if isGMT { return isPadded ? "GMT+01:00" : "GMT+1" }
    let digits = minutes == .always ? (hasColon ? "+01:00" : "+0100") : "+01"
    return isZ ? "Z or \(digits)" : digits
  }
}
