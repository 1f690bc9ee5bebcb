/// What a kind of toxic does to one direction of one connection.
///
/// A value is the toxic at work in one stream; what it remembers between two items are its variables.
package protocol ToxicKind: Sendable {
  /// The type's name in JSON.
  static var type: String { get }
  /// The numbers that it is told.
  static var attributes: [ToxicAttribute] { get }

  /// Creates the toxic for one stream.
  ///
  /// - Parameter attributes: a value for each of the attributes, within their limits.
  init(_ attributes: ToxicAttributes)

  /// Starts; gives how and when the toxic ends the connection by itself, or `nil`.
  mutating func start(at now: ToxicTime) -> ToxicItem?

  /// Takes what leaves the toxic before it, and gives what leaves this one, none of it earlier.
  ///
  /// - Parameters:
  ///   - item: data, the end, or a close or reset by a toxic before.
  ///   - random: random numbers of this toxic in this stream.
  ///   - output: where what leaves is appended, in order; every byte of `item` has to be in it, as
  ///     data or as discarded.
  mutating func take(
    _ item: ToxicItem, _ random: inout SeededGenerator, into output: inout [ToxicItem])

  /// Whether what waits when the toxic is changed is delayed anew from when it came, as with a latency,
  /// and not from the moment of the change, as with a rate: else the change would let it go in a burst.
  static var delaysFromArrival: Bool { get }
  /// Whether removing the toxic closes the connections that it was at work on.
  static var closesWhenRemoved: Bool { get }
  /// Whether a connection that it befalls is reset before the server hears of it.
  static var refusesConnections: Bool { get }
}

extension ToxicKind {
  package static var attributes: [ToxicAttribute] { [] }
  package static var delaysFromArrival: Bool { true }
  package static var closesWhenRemoved: Bool { false }
  package static var refusesConnections: Bool { false }
  package mutating func start(at now: ToxicTime) -> ToxicItem? { nil }
}
