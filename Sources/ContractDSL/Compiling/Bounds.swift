/// The least and the greatest number of elements.
struct Bounds: Sendable, Hashable {
  var least: Int?
  var greatest: Int?

  init(_ least: Int?, _ greatest: Int?) {
    self.least = least
    self.greatest = greatest
  }

  /// Exactly so many.
  init(exactly count: Int) { self.init(count, count) }

  /// How many elements an example has that holds to the limits, at least one where one may be.
  var exampleCount: Int { max(1, min(least ?? 1, Bounds.mostCopies)) }

  /// Longer examples say nothing more, and take memory.
  private static let mostCopies = 1_000

  /// What is wrong with the limits, or `nil`.
  ///
  /// - Parameter count: how many elements the example has.
  func problem(exampleCount count: Int) -> String? {
    if let least, least < 0 { return "the least number of elements is \(least), less than 0" }
    if let least, let greatest, greatest < least {
      return
        "the greatest number of elements is \(greatest), less than the least, which is \(least)"
    }
    if let greatest, greatest < count {
      return "the greatest number of elements is \(greatest), but the example has \(count)"
    }
    if let least, least > count {
      return "the least number of elements is \(least), but the example has \(count)"
    }
    return nil
  }
}
