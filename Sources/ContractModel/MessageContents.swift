public import JSONText

/// A message: its contents and its metadata, with the rules that loosen them.
public struct MessageContents: Sendable, Hashable {
  /// The contents.
  public var body: Body
  /// The metadata as a JSON object, or `nil` when the contract does not speak of it.
  public var metadata: JSONValue?
  /// How each part is compared where equality is too strict.
  public var rules: [MatchingRuleSet]
  /// The values that are made anew each time.
  public var generators: [GeneratorEntry]

  /// Creates a message.
  public init(
    body: Body = .missing, metadata: JSONValue? = nil, rules: [MatchingRuleSet] = [],
    generators: [GeneratorEntry] = []
  ) {
    self.body = body
    self.metadata = metadata
    self.rules = rules
    self.generators = generators
  }
}
