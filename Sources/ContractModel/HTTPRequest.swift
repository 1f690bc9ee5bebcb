/// The request of an interaction, with the rules that loosen it.
public struct HTTPRequest: Sendable, Hashable {
  /// The method, e.g. `GET`.
  public var method: String
  /// The path with its percent-escapes, without the query.
  public var path: String
  /// The query parameters, or `nil` when the contract does not speak of the query.
  public var query: [Field]?
  /// The header fields that must be there.
  public var headers: [Field]
  /// The body.
  public var body: Body
  /// How each part is compared where equality is too strict.
  public var rules: [MatchingRuleSet]
  /// The values that are made anew each time.
  public var generators: [GeneratorEntry]

  /// Creates a request.
  public init(
    method: String = "GET", path: String = "/", query: [Field]? = nil, headers: [Field] = [],
    body: Body = .missing, rules: [MatchingRuleSet] = [], generators: [GeneratorEntry] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.rules = rules
    self.generators = generators
  }
}
