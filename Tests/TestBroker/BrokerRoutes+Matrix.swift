import Foundation
import JSONText

/// What a broker says of all that was published.
extension BrokerRoutes {
  /// The pact that was published last for each consumer with each provider.
  func latestPacts() -> BrokerReply {
    var seen: Set<[String]> = []
    let latest = state.publications.reversed().filter {
      seen.insert([$0.consumer, $0.provider]).inserted
    }
    return .hal { writer in
      writer.key("_links")
      writer.object { writer in
        link("self", "/pacts/latest", &writer)
        writer.key("pb:pacts")
        writer.array { writer in
          for publication in latest.reversed() {
            writer.object { $0.member("href", base + path(of: publication)) }
          }
        }
      }
    }
  }

  /// A result as it was published.
  func result(_ path: String) -> BrokerReply {
    guard let result = state.results.first(where: { $0.path == path }) else { return .notFound }
    return .hal { writer in
      for member in result.body.members { writer.member(member.name, member.value) }
      writer.member("verificationDate", Self.time(result.date))
      links([("self", path)], &writer)
    }
  }

  /// Each version of the consumers with each version of the providers that verified its pact, the newest
  /// first.
  func matrix(_ query: [(name: String, value: String)]) -> BrokerReply {
    var selectors: [(name: String, version: String?)] = []
    for (name, value) in query {
      if name == "q[][pacticipant]" { selectors.append((value, nil)) }
      if name == "q[][version]", !selectors.isEmpty {
        selectors[selectors.count - 1].version = value
      }
    }
    for selector in selectors where state.pacticipants[selector.name] == nil {
      return .errors("q", "Pacticipant \(selector.name) not found")
    }
    let rows = state.publications.reversed().flatMap { publication in
      verifications(of: publication).map { (publication, $0) }
    }.filter { publication, result in
      let parties = [
        (publication.consumer, Optional(publication.version)),
        (publication.provider, result?.version),
      ]
      let allowed = selectors.allSatisfy { selector in
        parties.contains { $0.0 == selector.name && (selector.version ?? $0.1) == $0.1 }
      }
      return selectors.count > 1 ? allowed : allowed && !selectors.isEmpty
    }
    return .hal { writer in
      write(rows.map(\.1), &writer)
      writer.key("matrix")
      writer.array { writer in
        for (publication, result) in rows { write(publication, result, &writer) }
      }
    }
  }

  /// The newest result of each version, or nothing when there is none.
  private func verifications(of publication: BrokerState.Publication) -> [BrokerState.Result?] {
    var seen: Set<String> = []
    let results = state.results.reversed().filter {
      $0.hash == publication.hash && $0.provider == publication.provider
        && seen.insert($0.version).inserted
    }
    return results.isEmpty ? [nil] : results
  }

  private func write(_ results: [BrokerState.Result?], _ writer: inout JSONWriter) {
    let passed = results.count { $0?.isSuccess == true }
    let failed = results.count { $0?.isSuccess == false }
    writer.key("summary")
    writer.object { writer in
      writer.member("deployable", failed == 0 && passed == results.count)
      writer.member("reason", "\(passed) of \(results.count) rows passed")
      writer.member("success", passed)
      writer.member("failed", failed)
      writer.member("unknown", results.count - passed - failed)
    }
    writer.key("notices")
    writer.array { _ in }
  }

  private func write(
    _ publication: BrokerState.Publication, _ result: BrokerState.Result?,
    _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      write("consumer", publication.consumer, publication.version, &writer)
      write("provider", publication.provider, result?.version, &writer)
      writer.key("pact")
      writer.object { writer in
        writer.member("createdAt", Self.time(publication.date))
        links([("self", path(of: publication))], &writer)
      }
      writer.key("verificationResult")
      guard let result else { return writer.null() }
      writer.object { writer in
        writer.member("success", result.isSuccess)
        writer.member("verifiedAt", Self.time(result.date))
        links([("self", result.path)], &writer)
      }
    }
  }

  private func write(
    _ role: String, _ name: String, _ version: String?, _ writer: inout JSONWriter
  ) {
    writer.key(role)
    writer.object { writer in
      writer.member("name", name)
      writer.key("version")
      if let version {
        writer.object { writer in
          writer.member("number", version)
          links([("self", "/pacticipants/\(name)/versions/\(version)")], &writer)
          writer.key("tags")
          writer.array { _ in }
        }
      } else {
        writer.null()
      }
      links([("self", "/pacticipants/\(name)")], &writer)
    }
  }

  private static func time(_ date: Date) -> String {
    date.ISO8601Format().replacing("Z", with: "+00:00")
  }
}
