import ArgumentParser
import ContractModel
import ContractVerifier
import JSONText
import PactBroker

extension BrokerSession {
  /// Publishes the results with `--publish`, and tells the broker's remarks on them.
  ///
  /// - Parameters:
  ///   - outcome: the results.
  ///   - items: what was verified, in the order of the results.
  ///   - isFiltered: whether interactions were left out; then nothing is published.
  /// - Returns: whether everything that was to be published is.
  func publish(
    _ outcome: VerificationOutcome, of items: [VerificationItem], isFiltered: Bool
  ) async -> Bool {
    if options.publish, let reason = reasonAgainst(outcome, isFiltered) {
      Terminal.log("nothing is published: \(reason)")
      return true
    }
    if pacts.isEmpty, !options.publish { return true }
    let tests = tests(outcome, of: items)
    let isPublished =
      options.publish ? await send(tests, version: outcome.result.provider.version ?? "") : false
    for pact in pacts {
      let isSuccess = (tests[pact.url] ?? []).allSatisfy { $0.result.status == .passed }
      for notice in pact.notices
      where notice.isAfter(success: isSuccess, published: isPublished) {
        tell(notice, of: pact)
      }
    }
    return isPublished || !options.publish
  }

  private func reasonAgainst(_ outcome: VerificationOutcome, _ isFiltered: Bool) -> String? {
    if outcome.isInterrupted { return "the run was interrupted" }
    return isFiltered ? "the run was filtered, and a result is of a whole pact" : nil
  }

  /// The results by pact: the address of a pact is the file of its interactions.
  private func tests(
    _ outcome: VerificationOutcome, of items: [VerificationItem]
  ) -> [String: [PublishedResult.Test]] {
    let tests = zip(items, outcome.result.results).map { item, result in
      PublishedResult.Test(id: item.interaction.source?["_id"]?.string, result: result)
    }
    return Dictionary(grouping: tests) { $0.result.location?.file ?? "" }
  }

  /// Tells the broker which version it is, then the result of each pact.
  private func send(_ tests: [String: [PublishedResult.Test]], version: String) async -> Bool {
    let verified = pacts.filter { $0.contract?.provider == query.provider }
    for pact in pacts where pact.contract?.provider != query.provider {
      Terminal.log("nothing is published for \(pact.url): it was not verified")
    }
    if let stranger = verified.first(where: { $0.publicationURL == nil }) {
      Terminal.log(
        "error: \(stranger.url): nothing is published, since the pact has no link"
          + " 'pb:publish-verification-results'; --publish needs pacts from a Pact Broker")
      return false
    }
    do {
      return try await ask { client throws(BrokerError) in
        try client.hold(
          try VersionMarking(
            version, branch: options.providerBranch, tags: options.providerTags, of: verified))
        var isComplete = true
        for pact in verified {
          let result = PublishedResult(
            providerVersion: version, buildURL: options.buildURL, toolVersion: Counterpart.version,
            tests: tests[pact.url] ?? [])
          isComplete = try send(result, of: pact, client) && isComplete
        }
        return isComplete
      }
    } catch {
      return false  // it was told why
    }
  }

  /// Publishes the result of one pact; one that is refused keeps no other from being published.
  private func send(
    _ result: PublishedResult, of pact: BrokerPact, _ client: BrokerClient
  ) throws(BrokerError) -> Bool {
    do {
      let url = try client.hold(ResultPublication(result, to: pact.publicationURL ?? pact.url))
      Terminal.log("published \(url)")
      return true
    } catch  where [.refused, .notFound].contains(error.kind) {
      Terminal.log("error: \(error)")
      return false
    }
  }
}
