/// Trying whether values fit, without noting what differs.
extension JSONComparison {
  /// Whether a value fits, without noting what differs.
  mutating func fits(_ expected: UInt32, _ actual: UInt32, _ place: Int32) -> Bool {
    guard trials > 0 else { return false }
    trials -= 1
    let outer = (isTrying, hasFailed)
    (isTrying, hasFailed) = (true, false)
    compare(expected, actual, place)
    let isFitting = !hasFailed
    (isTrying, hasFailed) = outer
    return isFitting
  }

  mutating func compare(_ expected: UInt32, _ actual: UInt32, anyOf plans: [Int32]) {
    for place in plans where fits(expected, actual, place) { return }
    for place in plans { compare(expected, actual, place) }
  }
}
