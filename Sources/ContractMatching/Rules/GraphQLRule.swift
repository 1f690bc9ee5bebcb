/// A GraphQL document that means the same as the contract's: white space, commas and comments do not
/// count.
///
/// No file names this rule: it stands at the query of a GraphQL request unless the file has another.
struct GraphQLRule: MatchingRule {
  let name = "graphql"
  private let document: GraphQLDocument

  /// - Parameter text: the contract's query; `nil` when it is no GraphQL document.
  init?(_ text: String) {
    guard let document = GraphQLDocument(text) else { return nil }
    self.document = document
  }

  func difference(of actual: Operand, from expected: Operand) -> String? {
    if actual.string == expected.string { return nil }
    guard let came = GraphQLDocument(actual.string) else {
      return "Expected \(actual.described) to be a GraphQL document"
    }
    return came.difference(from: document).map { "The GraphQL document differs: \($0)" }
  }
}
