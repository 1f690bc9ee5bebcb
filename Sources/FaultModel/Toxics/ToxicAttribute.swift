/// A number that a kind of toxic is told.
package struct ToxicAttribute: Sendable, Hashable {
  /// Its name in JSON.
  package let name: String
  /// The least value.
  package let minimum: Int
  /// The largest value.
  package let maximum: Int
  /// The value of an attribute that is not given.
  package let initial: Int
  /// Whether it may lie between two whole numbers.
  package let isFraction: Bool

  /// The largest value of an attribute that has no limit of its own: as milliseconds, three decades.
  package static let maximum: Int = 1_000_000_000_000

  /// Creates a whole number.
  init(_ name: String, minimum: Int = 0, initial: Int = 0) {
    self.name = name
    self.minimum = minimum
    self.initial = initial
    maximum = Self.maximum
    isFraction = false
  }

  /// Creates a part of one, from 0 to 1.
  init(fraction name: String) {
    self.name = name
    minimum = 0
    maximum = 1
    initial = 0
    isFraction = true
  }

  /// What is wrong with a value, or `nil`.
  func problem(_ value: Double) -> String? {
    if !isFraction, value.rounded() != value { return "expected a whole number" }
    if value >= Double(minimum), value <= Double(maximum) { return nil }
    if isFraction { return "expected 0 to 1" }
    return value > 0 ? "expected at most \(maximum)" : "expected at least \(minimum)"
  }
}
