public import JSONText

/// The rules for one place of a request, response or message.
public struct MatchingRuleSet: Sendable, Hashable {
  /// The part of the exchange in which the place lies.
  public enum Category: String, Sendable, Hashable, CaseIterable {
    /// The method of a request.
    case method
    /// The path of a request.
    case path
    /// The query parameters of a request.
    case query
    /// The header fields.
    case header
    /// The body, or the contents of a message.
    case body
    /// The status of a response.
    case status
    /// The metadata of a message.
    case metadata
  }

  /// How several rules for one place are combined.
  public enum Combination: String, Sendable, Hashable {
    /// All must hold.
    case and = "AND"
    /// One must hold.
    case or = "OR"
  }

  /// The part of the exchange in which the place lies.
  public var category: Category
  /// The place: a path expression (`$.items[*].id`) in a body, else a field's name; empty for method,
  /// path and status.
  public var selector: String
  /// How several rules are combined.
  public var combination: Combination
  /// The rules, each an object as the specification writes it, e.g. `{"match": "type", "min": 1}`.
  public var rules: [JSONValue]

  /// Creates a rule set.
  public init(
    _ category: Category, _ selector: String = "", combination: Combination = .and,
    rules: [JSONValue]
  ) {
    self.category = category
    self.selector = selector
    self.combination = combination
    self.rules = rules
  }
}
