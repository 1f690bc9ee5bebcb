import ContractModel

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

  /// One of several plans has to hold.
  ///
  /// Where none does, what each differs in at the value itself is told, and of those that differ within
  /// it the one that comes nearest.
  mutating func compare(_ expected: UInt32, _ actual: UInt32, anyOf plans: [Int32]) {
    for place in plans where fits(expected, actual, place) { return }
    guard tells() else { return }
    let (start, here) = (mismatches.count, JSONPathStep.text(of: path, wanted, came))
    var own: [Mismatch] = []
    var nearest: [Mismatch]?
    for place in plans {
      // Alternatives within alternatives multiply: beyond the limit the first one is told.
      if trials == 0, !(own.isEmpty && nearest == nil) { break }
      trials = max(trials - 1, 0)
      compare(expected, actual, place)
      let found = Array(mismatches[start...])
      mismatches.removeSubrange(start...)
      if found.count == 1, found[0].path == here {
        own += found
      } else if found.count < nearest?.count ?? .max {
        nearest = found
      }
    }
    mismatches += own + (nearest ?? [])
  }
}
