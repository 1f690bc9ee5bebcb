/// The operators that there are.
enum StubOperatorTable {
  static let kinds: [any StubOperatorKind.Type] = [
    EqualTo.self, BinaryEqualTo.self, Contains.self, Matches.self, EqualToJSON.self,
    MatchesJSONPath.self, MatchesJSONSchema.self, EqualToXML.self, MatchesXPath.self, Absent.self,
    Combination.self, Negation.self, DateTimeComparison.self, NumberComparison.self, Anything.self,
    MatchesPathTemplate.self,
  ]

  /// The kind of each name.
  static let byName: [String: any StubOperatorKind.Type] = {
    var table: [String: any StubOperatorKind.Type] = [:]
    for kind in kinds { for name in kind.names { table[name] = kind } }
    return table
  }()
}
