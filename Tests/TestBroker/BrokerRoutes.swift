import Foundation
import JSONText

/// Answers requests from what is known.
struct BrokerRoutes {
  var state: BrokerState
  /// What links start with.
  let base: String
  let traits: TestBroker.Traits

  mutating func answer(_ call: BrokerCall) -> BrokerReply {
    let path = call.path
    switch (call.method, path.first ?? "") {
    case ("GET", ""): return index()
    case ("GET", "pacts") where path == ["pacts", "latest"]: return latestPacts()
    case ("GET", "matrix") where !traits.isOld: return matrix(call.query)
    case ("POST", "contracts") where path == ["contracts", "publish"]: return publish(call.body)
    case (_, "pacts") where path.count > 3 && path[1] == "provider":
      return answerPacts(call, path[2], Array(path.dropFirst(3)))
    case (_, "pacticipants"): return answerPacticipants(call)
    case (_, "environments"): return answerEnvironments(call)
    default: return .notFound
    }
  }

  private func index() -> BrokerReply {
    var links = [
      ("self", "/"), ("pb:pacticipants", "/pacticipants"),
      ("pb:pacticipant", "/pacticipants/{pacticipant}"),
      ("pb:pacticipant-version", "/pacticipants/{pacticipant}/versions/{version}"),
      (
        "pb:pacticipant-version-tag", "/pacticipants/{pacticipant}/versions/{version}/tags/{tag}"
      ),
      (
        "pb:pacticipant-branch-version",
        "/pacticipants/{pacticipant}/branches/{branch}/versions/{version}"
      ),
      ("pb:latest-pact-versions", "/pacts/latest"),
      ("pb:latest-provider-pacts", "/pacts/provider/{provider}/latest"),
      ("pb:publish-contracts", "/contracts/publish"), ("pb:environments", "/environments"),
    ]
    if !traits.isOld {
      links.append(
        ("pb:provider-pacts-for-verification", "/pacts/provider/{provider}/for-verification"))
    }
    return .hal { writer in self.links(links, &writer) }
  }

  // MARK: pacts

  private mutating func answerPacts(
    _ call: BrokerCall, _ provider: String, _ rest: [String]
  ) -> BrokerReply {
    guard state.pacticipants[provider] != nil else { return .notFound }
    switch (call.method, rest[0]) {
    case ("GET", "latest"): return latest(provider)
    case ("GET", "consumer") where rest.contains("verification-results"):
      return result("/" + call.path.joined(separator: "/"))
    case ("GET", "for-verification") where !traits.isOld: return select(.null, provider)
    case ("POST", "for-verification") where !traits.isOld: return select(call.body, provider)
    case (_, "consumer") where rest.count > 3 && rest[2] == "pact-version":
      let found = state.publications.last {
        $0.consumer == rest[1] && $0.hash == rest[3] && $0.provider == provider
      }
      guard let found else { return .notFound }
      if call.method == "POST", rest.last == "verification-results" {
        return publish(call.body, of: found, at: call.path)
      }
      return call.method == "GET" ? pact(found) : .notFound
    default: return .notFound
    }
  }

  private func latest(_ provider: String) -> BrokerReply {
    let choices = try? BrokerSelection(state: state, provider: provider, query: .null).choices()
    return .hal { writer in
      writer.key("_links")
      writer.object { writer in
        link("self", "/pacts/provider/\(provider)/latest", &writer)
        // The real one has the old name as well, which Pact's verifier reads.
        for relation in ["pb:pacts", "pacts"] {
          writer.key(relation)
          writer.array { writer in
            for choice in choices ?? [] {
              let publication = choice.publication
              writer.object { writer in
                writer.member("href", base + path(of: publication))
                writer.member("title", "Pact")
                writer.member("name", "Pact between \(publication.consumer) and \(provider)")
              }
            }
          }
        }
      }
    }
  }

  private func select(_ query: JSONValue, _ provider: String) -> BrokerReply {
    let selection = BrokerSelection(state: state, provider: provider, query: query)
    do throws(BrokerSelection.Refusal) {
      let choices = try selection.choices()
      return .hal { writer in
        writer.key("_embedded")
        writer.object { writer in
          writer.key("pacts")
          writer.array { writer in
            for choice in choices { write(choice, selection, &writer) }
          }
        }
        links([("self", "/pacts/provider/\(provider)/for-verification")], &writer)
      }
    } catch {
      return .errors("consumerVersionSelectors", error.text)
    }
  }

  private func write(
    _ choice: BrokerSelection.Choice, _ selection: BrokerSelection, _ writer: inout JSONWriter
  ) {
    let isPending = choice.isWorkInProgress || selection.isPending(choice.publication)
    writer.object { writer in
      writer.member("shortDescription", choice.reasons[0])
      writer.key("verificationProperties")
      writer.object { writer in
        if selection.includesPending { writer.member("pending", isPending) }
        if choice.isWorkInProgress { writer.member("wip", true) }
        writer.key("notices")
        writer.array { writer in
          notice("before_verification", "It is \(choice.reasons.joined(separator: ", ")).", &writer)
          guard selection.includesPending, isPending else { return }
          notice("before_verification", "It is pending: a failure does not count.", &writer)
          notice(
            "after_verification:success_true_published_true", "It is no longer pending.", &writer)
          notice(
            "after_verification:success_false_published_true", "It is still pending.", &writer)
        }
      }
      links([("self", path(of: choice.publication))], &writer)
    }
  }

  private func notice(_ time: String, _ text: String, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("when", time)
      writer.member("text", text)
    }
  }

  private func pact(_ publication: BrokerState.Publication) -> BrokerReply {
    let path = path(of: publication)
    return .hal { writer in
      for member in publication.content.members {
        let isList = member.value.kind == .array
        if isList, ["interactions", "messages"].contains(member.name) {
          writer.key(member.name)
          writer.array { writer in
            for interaction in member.value.elements { write(interaction, &writer) }
          }
        } else if member.name != "_links" {
          writer.member(member.name, member.value)
        }
      }
      writer.member("createdAt", publication.date.ISO8601Format())
      writer.key("_links")
      writer.object { writer in
        link("self", path, &writer)
        link("pb:consumer", "/pacticipants/\(publication.consumer)", &writer)
        versionLink(publication, &writer)
        link("pb:provider", "/pacticipants/\(publication.provider)", &writer)
        link("pb:publish-verification-results", path + "/verification-results", &writer)
      }
    }
  }

  /// An interaction with the identifier that the broker gives it.
  private func write(_ interaction: JSONValue, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("_id", BrokerState.hash(of: interaction.text))
      for member in interaction.members where member.name != "_id" {
        writer.member(member.name, member.value)
      }
    }
  }

  func path(of publication: BrokerState.Publication) -> String {
    let metadata = BrokerState.hash(of: publication.version)
    return "/pacts/provider/\(publication.provider)/consumer/\(publication.consumer)"
      + "/pact-version/\(publication.hash)/metadata/\(metadata)"
  }

  // MARK: links

  func links(_ links: [(String, String)], _ writer: inout JSONWriter) {
    writer.key("_links")
    writer.object { writer in
      for (name, path) in links { link(name, path, &writer) }
    }
  }

  /// A link to a version of a pacticipant, which is named by its number.
  private func versionLink(_ publication: BrokerState.Publication, _ writer: inout JSONWriter) {
    writer.key("pb:consumer-version")
    writer.object { writer in
      writer.member(
        "href", base + "/pacticipants/\(publication.consumer)/versions/\(publication.version)")
      writer.member("title", "Consumer version")
      writer.member("name", publication.version)
    }
  }

  /// A link with the title and the name that some readers demand.
  func link(_ name: String, _ path: String, _ writer: inout JSONWriter) {
    let allowed = CharacterSet.urlPathAllowed.union(CharacterSet(charactersIn: "{}"))
    writer.key(name)
    writer.object { writer in
      writer.member(
        "href", base + (path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path))
      writer.member("title", name)
      writer.member("name", name)
      if path.contains("{") { writer.member("templated", true) }
    }
  }
}
