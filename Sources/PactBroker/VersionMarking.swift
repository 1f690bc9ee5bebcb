/// Puts the provider's version on its branch and gives it its tags.
///
/// It comes before any result: the broker decides about deployments when a result arrives.
package struct VersionMarking: BrokerConversation {
  private let version: String
  private let branch: String?
  private let tags: [String]
  /// The providers that have yet to be asked for their links, the next one last.
  private var providers: [String]
  /// What has yet to be put, the next one last.
  private var queue: [BrokerRequest] = []

  /// Creates a marking.
  ///
  /// - Parameters:
  ///   - version: the provider's version.
  ///   - branch: the branch that the version is of.
  ///   - tags: the tags that the version gets.
  ///   - pacts: the pacts that say where the provider is in the broker.
  /// - Throws: ``BrokerError`` when one does not say it.
  package init(
    _ version: String, branch: String?, tags: [String], of pacts: [BrokerPact]
  ) throws(BrokerError) {
    self.version = version
    self.branch = branch
    self.tags = tags
    providers = []
    if branch == nil, tags.isEmpty { return }
    for pact in pacts {
      guard let provider = pact.providerURL else {
        throw BrokerError(
          .notHAL,
          "\(pact.url): the pact has no link 'pb:provider', which --provider-branch and"
            + " --provider-tag need; leave them out, or upgrade the broker")
      }
      if !providers.contains(provider) { providers.append(provider) }
    }
    providers.reverse()
  }

  package mutating func start() throws(BrokerError) -> BrokerStep<Void> { next() }

  package mutating func receive(_ answer: BrokerAnswer) throws(BrokerError) -> BrokerStep<Void> {
    if answer.request.method == "GET" {
      queue = try requests(try answer.resource()).reversed()
    } else {
      try answer.check()
    }
    return next()
  }

  private mutating func next() -> BrokerStep<Void> {
    if let request = queue.popLast() { return .send(request) }
    guard let provider = providers.popLast() else { return .finished(()) }
    return .send(BrokerRequest("GET", provider, for: "the request for the provider"))
  }

  private func requests(_ provider: HALResource) throws(BrokerError) -> [BrokerRequest] {
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
