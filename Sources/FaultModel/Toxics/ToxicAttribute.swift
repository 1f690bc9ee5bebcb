/// A number that a kind of toxic is told.
package struct ToxicAttribute: Sendable, Hashable {
  /// Its name in JSON.
  package let name: String
  /// The least value.
  package let minimum: Int
  /// The value of an attribute that is not given.
  package let initial: Int

  /// The largest value of any attribute: as milliseconds, three decades.
  package static let maximum: Int = 1_000_000_000_000

  init(_ name: String, minimum: Int = 0, initial: Int = 0) {
    self.name = name
    self.minimum = minimum
    self.initial = initial
  }
}
