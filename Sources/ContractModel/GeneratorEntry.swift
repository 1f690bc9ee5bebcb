public import JSONText

/// A generator for one place of a request, response or message.
public struct GeneratorEntry: Sendable, Hashable {
  /// The part of the exchange in which the place lies.
  public var category: MatchingRuleSet.Category
  /// The place, as in ``MatchingRuleSet/selector``.
  public var selector: String
  /// The generator as the specification writes it, e.g. `{"type": "RandomInt", "min": 0}`.
  public var definition: JSONValue

  /// Creates an entry.
  public init(
    _ category: MatchingRuleSet.Category, _ selector: String = "", definition: JSONValue
  ) {
    self.category = category
    self.selector = selector
    self.definition = definition
  }
}
