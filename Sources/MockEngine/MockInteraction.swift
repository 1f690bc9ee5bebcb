package import ContractMatching
package import ContractModel

/// An interaction of a contract, compiled for playing.
package struct MockInteraction: Sendable {
  package let description: String
  package let consumer: String
  package let provider: String
  package let states: [String]
  package let location: FileLocation?
  package let matcher: RequestMatcher
  /// Where the response lies among those of all interactions.
  package let image: ImagePool.Place
  /// How the response is made anew for each request, or `nil` when it is always the same.
  package let generator: ResponseGenerator?

  /// How much the contract demands of a request: of several that fit, the one that demands most wins.
  var specificity: Int {
    let request = matcher.expected
    let parameters = request.query?.reduce(0) { $0 + $1.values.count } ?? 0
    return parameters + request.headers.count + (matcher.readsBody ? 1 : 0)
  }
}
