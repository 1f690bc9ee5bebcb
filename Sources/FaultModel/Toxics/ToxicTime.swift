/// A moment on the clock of whoever drives a chain of toxics.
package struct ToxicTime: Sendable, Hashable, Comparable {
  /// The number of nanoseconds since the clock's origin.
  package var nanoseconds: Int64

  /// Creates a moment.
  ///
  /// - Parameter nanoseconds: the number of nanoseconds since the clock's origin.
  package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// The moment that comes this much later, or the last one there is.
  func later(byNanoseconds delay: Int64) -> ToxicTime {
    let (sum, isTooLarge) = nanoseconds.addingReportingOverflow(delay)
    return ToxicTime(nanoseconds: isTooLarge ? .max : sum)
  }

  /// The moment that comes this many milliseconds later.
  func later(byMilliseconds delay: Int) -> ToxicTime {
    let (product, isTooLarge) = Int64(delay).multipliedReportingOverflow(by: 1_000_000)
    return later(byNanoseconds: isTooLarge ? .max : product)
  }

  /// Whether a moment comes before another.
  package static func < (left: ToxicTime, right: ToxicTime) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}
