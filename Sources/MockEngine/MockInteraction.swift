package import ContractMatching
package import ContractModel

/// An interaction of a contract, compiled for playing.
package struct MockInteraction: Sendable {
  package let description: String
  package let consumer: String
  package let provider: String
  package let states: [String]
  package let location: SourceLocation?
  package let matcher: RequestMatcher
  /// The response as it goes over the wire.
  package private(set) var image: ResponseImage

  package init(
    description: String, consumer: String, provider: String, states: [String],
    location: SourceLocation?, matcher: RequestMatcher, image: ResponseImage
  ) {
    self.description = description
    self.consumer = consumer
    self.provider = provider
    self.states = states
    self.location = location
    self.matcher = matcher
    self.image = image
  }

  /// The interaction for deciding alone: whoever sends the response keeps its bytes.
  package var withoutImage: MockInteraction {
    var copy = self
    copy.image.bytes = []
    return copy
  }

  /// How much the contract demands of a request: of several that fit, the one that demands most wins.
  var specificity: Int {
    let request = matcher.expected
    let parameters = request.query?.reduce(0) { $0 + $1.values.count } ?? 0
    return parameters + request.headers.count + (matcher.readsBody ? 1 : 0)
  }
}
