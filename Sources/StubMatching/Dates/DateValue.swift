import ContractMatching

/// A date and time that may or may not say its offset.
struct DateValue: Sendable, Hashable {
  /// The date and time; at offset 0 when none is said.
  var moment: Moment
  /// Whether an offset is said.
  var isZoned: Bool

  /// Compares with an expected value: by the instant, or by what clocks show when it has no offset.
  ///
  /// - Returns: below 0 when this is earlier, above 0 when it is later.
  func compare(_ expected: DateValue) -> Int {
    var (mine, theirs) = (moment.secondsSinceEpoch, expected.moment.secondsSinceEpoch)
    if !expected.isZoned {
      mine += moment.offsetSeconds
      theirs += expected.moment.offsetSeconds
    }
    if mine != theirs { return mine < theirs ? -1 : 1 }
    let (left, right) = (moment.nanosecond, expected.moment.nanosecond)
    return left == right ? 0 : left < right ? -1 : 1
  }
}
