import Foundation
import JSONText

/// Chooses the pacts that a provider is to verify.
struct BrokerSelection {
  /// A pact, and why it was chosen.
  struct Choice {
    let publication: BrokerState.Publication
    var reasons: [String]
    var isWorkInProgress = false
  }

  /// Why the broker does not accept a query.
  struct Refusal: Error {
    let text: String
  }

  let state: BrokerState
  let provider: String
  let query: JSONValue

  var branch: String? { query["providerVersionBranch"]?.string }
  var tags: [String] { (query["providerVersionTags"] ?? .null).elements.compactMap(\.string) }
  var includesPending: Bool { query["includePendingStatus"]?.boolean == true }

  /// The choices, each content once.
  func choices() throws(Refusal) -> [Choice] {
    var choices: [Choice] = []
    let selectors = Array((query["consumerVersionSelectors"] ?? .null).elements)
    for selector in selectors.isEmpty ? [Self.latest] : selectors {
      for (publication, reason) in try select(selector) {
        add(Choice(publication: publication, reasons: [reason]), to: &choices)
      }
    }
    if let since = query["includeWipPactsSince"]?.string {
      for publication in heads() where isNewer(publication, since) {
        let isChosen = choices.contains { $0.publication.hash == publication.hash }
        guard !isChosen, isPending(publication) else { continue }
        let reason = "the latest of a branch, and work in progress"
        choices.append(
          Choice(publication: publication, reasons: [reason], isWorkInProgress: true))
      }
    }
    return choices
  }

  func isPending(_ publication: BrokerState.Publication) -> Bool {
    state.isPending(publication.hash, provider, branch: branch, tags: tags)
  }

  private static let latest = JSONValue.make { writer in
    writer.object { $0.member("latest", true) }
  }

  private func add(_ choice: Choice, to choices: inout [Choice]) {
    let same = choices.firstIndex {
      $0.publication.hash == choice.publication.hash
        && $0.publication.consumer == choice.publication.consumer
    }
    if let same {
      choices[same].reasons += choice.reasons
    } else {
      choices.append(choice)
    }
  }

  private func isNewer(_ publication: BrokerState.Publication, _ since: String) -> Bool {
    publication.date.ISO8601Format() >= since
  }

  /// The provider's pacts of one consumer, the oldest first.
  private func history(_ consumer: String) -> [BrokerState.Publication] {
    state.publications.filter { $0.consumer == consumer && $0.provider == provider }
  }

  private var consumers: [String] {
    Set(state.publications.filter { $0.provider == provider }.map(\.consumer)).sorted()
  }

  /// The latest pact of each branch and tag.
  private func heads() -> [BrokerState.Publication] {
    consumers.flatMap { consumer in
      let history = history(consumer)
      let versions = history.compactMap { state.version(consumer, $0.version) }
      let branches = Set(versions.flatMap(\.branches)).sorted().compactMap { branch in
        last(history) { $0.branches.contains(branch) }
      }
      let tags = Set(versions.flatMap(\.tags)).sorted().compactMap { tag in
        last(history) { $0.tags.contains(tag) }
      }
      return branches + tags
    }
  }

  private func all(
    _ history: [BrokerState.Publication], _ isMeant: (BrokerState.Version) -> Bool
  ) -> [BrokerState.Publication] {
    history.filter { state.version($0.consumer, $0.version).map(isMeant) ?? false }
  }

  private func last(
    _ history: [BrokerState.Publication], _ isMeant: (BrokerState.Version) -> Bool
  ) -> BrokerState.Publication? { all(history, isMeant).last }

  private func select(
    _ selector: JSONValue
  ) throws(Refusal) -> [(BrokerState.Publication, String)] {
    var selected: [(BrokerState.Publication, String)] = []
    for consumer in consumers {
      if let only = selector["consumer"]?.string, only != consumer { continue }
      let (publications, reason) = try select(selector, consumer, history(consumer))
      selected += publications.map { ($0, reason) }
    }
    return selected
  }

  private func select(
    _ selector: JSONValue, _ consumer: String, _ history: [BrokerState.Publication]
  ) throws(Refusal) -> ([BrokerState.Publication], String) {
    func list(_ one: BrokerState.Publication?) -> [BrokerState.Publication] {
      one.map { [$0] } ?? []
    }
    func isTrue(_ key: String) -> Bool { selector[key]?.boolean == true }
    func head(_ branch: String) -> BrokerState.Publication? {
      last(history) { $0.branches.contains(branch) }
    }
    if isTrue("mainBranch") {
      let main = state.pacticipants[consumer]?.mainBranch ?? "main"
      return (list(head(main)), "the latest of the main branch '\(main)'")
    }
    if isTrue("matchingBranch") {
      guard let branch else {
        throw Refusal(text: "matchingBranch requires the providerVersionBranch")
      }
      return (list(head(branch)), "the latest of the matching branch '\(branch)'")
    }
    if let branch = selector["branch"]?.string {
      let fallback = selector["fallbackBranch"]?.string
      return (
        list(head(branch) ?? fallback.flatMap(head)), "the latest of the branch '\(branch)'"
      )
    }
    if let tag = selector["tag"]?.string {
      let tagged = all(history) { $0.tags.contains(tag) }
      return (isTrue("latest") ? list(tagged.last) : tagged, "of the tag '\(tag)'")
    }
    let environment = selector["environment"]?.string
    if let environment, !state.environments.values.contains(environment) {
      throw Refusal(text: "environment with name '\(environment)' does not exist")
    }
    let (deployed, released) = (isTrue("deployed"), isTrue("released"))
    if deployed || released || isTrue("deployedOrReleased") || environment != nil {
      let chosen = all(history) { version in
        let places =
          (released && !deployed ? [] : version.deployed)
          .union(deployed && !released ? [] : version.released)
        return environment.map(places.contains) ?? !places.isEmpty
      }
      return (chosen, "deployed or released\(environment.map { " in '\($0)'" } ?? "")")
    }
    guard isTrue("latest") else {
      throw Refusal(text: "must specify a value for environment or tag or branch or latest")
    }
    return (list(history.last), "the latest of all")
  }
}
