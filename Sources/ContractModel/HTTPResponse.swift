/// The response of an interaction, with the rules that loosen it.
public struct HTTPResponse: Sendable, Hashable {
  /// The status code, 100 to 599.
  public var status: Int
  /// The header fields that must be there.
  public var headers: [Field]
  /// The body.
  public var body: Body
  /// How each part is compared where equality is too strict.
  public var rules: [MatchingRuleSet]
  /// The values that are made anew each time.
  public var generators: [GeneratorEntry]

  /// Creates a response.
  public init(
    status: Int = 200, headers: [Field] = [], body: Body = .missing,
    rules: [MatchingRuleSet] = [], generators: [GeneratorEntry] = []
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.rules = rules
    self.generators = generators
  }
}
