import ContractModel
import JSONText
import MockEngine
import StubMatching

/// What comes near to what: requests that nothing accepted, and stubs or patterns.
enum NearMissRoutes {
  static let all = [
    AdminRoute("GET", "requests/unmatched/near-misses") { _, service in
      let entries = service.journal.entries { !$0.answer.wasMatched }
      return reply { writer in
        for entry in entries {
          for near in service.engine.stubs.nearMisses(
            StubRequest(entry, scheme: service.engine.options.scheme))
          {
            write(near, to: &writer) { writer in
              RequestJSON.write(request: entry, of: service, to: &writer)
            }
          }
        }
      }
    },
    AdminRoute("POST", "near-misses/request", ofRequest),
    AdminRoute("POST", "near-misses/request-pattern", ofPattern),
  ]

  /// How many are told.
  private static let limit = 3

  /// The stubs that come nearest to a request as the journal tells it.
  @Sendable private static func ofRequest(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let json = try call.json()
    guard json.kind == .object, let url = json["url"]?.string else {
      throw AdminRefusal(422, "expected a request with its 'url'", pointer: "/url")
    }
    var headers: [(name: String, value: String)] = []
    for member in json["headers"].map({ Array($0.members) }) ?? [] {
      if let value = member.value.string { headers.append((member.name, value)) }
      if member.value.kind == .array {
        headers += member.value.elements.compactMap { $0.string.map { (member.name, $0) } }
      }
    }
    let body =
      json["bodyAsBase64"]?.string.flatMap(Base64.decode)
      ?? json["body"]?.string.map { Array($0.utf8) }
    let request = StubRequest(
      method: json["method"]?.string ?? "GET", target: url, headers: headers, body: body,
      scheme: service.engine.options.scheme)
    return reply { writer in
      for near in service.engine.stubs.nearMisses(request) {
        write(near, to: &writer) { $0.value(json) }
      }
    }
  }

  /// The requests of the journal that come nearest to a pattern.
  @Sendable private static func ofPattern(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let json = try call.json()
    let pattern = try RequestPattern(
      json: json, service.engine.stubs.dialect, scheme: service.engine.options.scheme)
    let entries = service.journal.entries().map { (pattern.distance($0), $0) }
      .filter { $0.0 > 0 }.sorted { ($0.0, $1.1.number) < ($1.0, $0.1.number) }
    return reply { writer in
      for (distance, entry) in entries.prefix(limit) {
        writer.object { writer in
          writer.key("request")
          RequestJSON.write(request: entry, of: service, to: &writer)
          writer.member("requestPattern", json)
          write(distance, to: &writer)
        }
      }
    }
  }

  private static func reply(_ write: (inout JSONWriter) -> Void) -> Reply {
    .send(
      JSONReply.json(200) { writer in
        writer.object { writer in
          writer.key("nearMisses")
          writer.array { write(&$0) }
        }
      })
  }

  private static func write(
    _ near: StubNearMiss, to writer: inout JSONWriter, request: (inout JSONWriter) -> Void
  ) {
    writer.object { writer in
      writer.key("request")
      request(&writer)
      writer.key("stubMapping")
      StubJSON.write(near.stub, to: &writer)
      write(near.distance, to: &writer)
    }
  }

  private static func write(_ distance: Double, to writer: inout JSONWriter) {
    writer.key("matchResult")
    writer.object { writer in
      writer.key("distance")
      writer.number("\(distance)")
    }
  }
}
