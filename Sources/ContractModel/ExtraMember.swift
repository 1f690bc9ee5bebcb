public import JSONText

/// A member of a JSON object that no specification names, kept so that rewriting loses nothing.
public struct ExtraMember: Sendable, Hashable {
  /// The member's key.
  public var name: String
  /// The member's value.
  public var value: JSONValue

  /// Creates a member.
  public init(name: String, value: JSONValue) {
    self.name = name
    self.value = value
  }
}
