/// Publishes results: the version's branch and tags first, then the result of each pact, since the
/// broker decides about deployments when a result arrives.
package struct ResultPublication: BrokerConversation {
  /// The result of one pact and where it goes.
  package struct Item: Sendable, Hashable {
    /// Where the result is posted.
    package var publicationURL: String
    /// The provider in the broker, or `nil` when the pact does not say.
    package var providerURL: String?
    /// The result.
    package var result: PublishedResult

    /// Creates an item.
    package init(publicationURL: String, providerURL: String?, result: PublishedResult) {
      self.publicationURL = publicationURL
      self.providerURL = providerURL
      self.result = result
    }
  }

  private let version: String
  private let branch: String?
  private let tags: [String]
  private let items: [Item]
  /// The providers that have yet to be asked for their links.
  private var providers: [String]
  private var asked: String?
  private var queue: [BrokerRequest] = []
  private var published: [String] = []

  /// Creates a publication.
  ///
  /// - Parameters:
  ///   - items: the results.
  ///   - version: the provider's version.
  ///   - branch: the branch that the version is of.
  ///   - tags: the tags that the version gets.
  package init(_ items: [Item], version: String, branch: String?, tags: [String]) {
    self.items = items
    self.version = version
    self.branch = branch
    self.tags = tags
    var seen: Set<String> = []
    providers = items.compactMap(\.providerURL).filter { seen.insert($0).inserted }.reversed()
  }

  /// The first step; the conversation gives the addresses of the published results.
  package mutating func start() throws(BrokerError) -> BrokerStep<[String]> {
    if branch == nil, tags.isEmpty {
      providers = []
    } else if let item = items.first(where: { $0.providerURL == nil }) {
      throw BrokerError(
        .notHAL,
        "\(item.publicationURL): the pact has no link 'pb:provider', which --provider-branch and"
          + " --provider-tag need; leave them out, or upgrade the broker")
    }
    queue = items.map {
      BrokerRequest(
        "POST", $0.publicationURL, body: $0.result.body, for: "the publication of a result")
    }.reversed()
    return next()
  }

  package mutating func receive(
    _ answer: BrokerAnswer
  ) throws(BrokerError) -> BrokerStep<[String]> {
    if answer.request.url == asked, answer.request.method == "GET" {
      queue += try versionRequests(try answer.resource()).reversed()
      asked = nil
    } else {
      try answer.check()
      if answer.request.method == "POST" {
        let resource = HALResource(answer.body, url: answer.request.url)
        published.append(resource?.links("self").first ?? answer.request.url)
      }
    }
    return next()
  }

  private mutating func next() -> BrokerStep<[String]> {
    if let provider = providers.popLast() {
      asked = provider
      return .send(BrokerRequest("GET", provider, for: "the request for the provider"))
    }
    guard let request = queue.popLast() else { return .finished(published) }
    return .send(request)
  }

  /// What puts the version on its branch and gives it its tags.
  private func versionRequests(_ provider: HALResource) throws(BrokerError) -> [BrokerRequest] {
    let address = try BrokerAddress(provider.url)
    var requests: [BrokerRequest] = []
    if let branch {
      let values = ["branch": branch, "version": version]
      guard let url = provider.link("pb:branch-version", at: address, values) else {
        throw missing("pb:branch-version", "--provider-branch", provider)
      }
      requests.append(put(url, "the branch '\(branch)' of version '\(version)'"))
    }
    for tag in tags {
      let values = ["tag": tag, "version": version]
      guard let url = provider.link("pb:version-tag", at: address, values) else {
        throw missing("pb:version-tag", "--provider-tag", provider)
      }
      requests.append(put(url, "the tag '\(tag)' of version '\(version)'"))
    }
    return requests
  }

  private func put(_ url: String, _ what: String) -> BrokerRequest {
    BrokerRequest("PUT", url, body: Array("{}".utf8), for: what)
  }

  private func missing(_ link: String, _ option: String, _ provider: HALResource) -> BrokerError {
    BrokerError(
      .notHAL,
      "\(provider.url): the provider has no link '\(link)', which \(option) needs; leave it out, or"
        + " upgrade the broker")
  }
}
