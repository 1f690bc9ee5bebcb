public import JSONText

/// A JSON value of a contract: an example, and what else may stand in its place.
///
/// A literal is exact, a named pattern is loose:
///
/// ```swift
/// response: .json(
///   .ok,
///   [
///     "id": .integer(42),
///     "currency": "EUR",
///     "items": .each(["sku": .string("A-1"), "quantity": .integer(2)]),
///     "note": .string("leave it at the door").or(.null),
///   ])
/// ```
///
/// Members stay in the order in which they are written. A pattern that cannot be right, e.g. because a
/// key stands twice, is told of when its interaction is used.
public struct JSONPattern: Sendable, Hashable {
  /// A member of an object.
  struct Member: Sendable, Hashable {
    var name: String
    var value: JSONPattern
  }

  /// What a pattern is.
  indirect enum Node: Sendable, Hashable {
    /// A literal that is no text.
    case scalar(JSONValue)
    /// A text, which may have patterns in it.
    case text(TextPattern)
    case object([Member])
    case array([JSONPattern])
    /// A single value with rules of its own.
    case leaf(LeafPattern)
    /// Any value with rules of its own, whose content is as the example.
    case ruled(JSONPattern, RuleList)
    case like(JSONPattern)
    case exactly(JSONPattern)
    case each(JSONPattern, Bounds)
    case entries(Entries)
    case anyOrder([JSONPattern], Bounds)
    case containing([JSONPattern])
    /// The first pattern combined with others.
    case combined(JSONPattern, JSONPattern, isOr: Bool)
    case generated(JSONPattern, ValueGenerator)
    case invalid(String)
  }

  /// An object whose keys are free.
  struct Entries: Sendable, Hashable {
    /// What each key has to be, or `nil` when it may be anything.
    var key: TextPattern?
    var value: JSONPattern
    /// The keys of the example.
    var keys: [String]
  }

  var node: Node

  init(_ node: Node) { self.node = node }

  /// Creates a pattern that holds for one value and no other.
  ///
  /// - Parameter value: the value; its members may stand in any order, and a response may have more.
  public init(_ value: JSONValue) {
    switch value.kind {
    case .object:
      node = .object(value.members.map { Member(name: $0.name, value: JSONPattern($0.value)) })
    case .array: node = .array(value.elements.map(JSONPattern.init))
    case .string: node = .text(TextPattern(value.string ?? ""))
    case .null, .boolean, .number: node = .scalar(value)
    }
  }

  /// Whether the value is written as a literal; there may be patterns within it.
  var isLiteral: Bool {
    switch node {
    case .scalar, .object, .array: true
    case .text(let text): text.isLiteral
    default: false
    }
  }

  /// Whether there is no pattern in it.
  var isExact: Bool {
    switch node {
    case .scalar: true
    case .text(let text): text.isLiteral
    case .object(let members): members.allSatisfy(\.value.isExact)
    case .array(let elements): elements.allSatisfy(\.isExact)
    default: false
    }
  }
}
