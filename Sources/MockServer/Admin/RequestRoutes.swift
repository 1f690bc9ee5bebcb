import JSONText
import MockEngine

/// `/__admin/requests`: the journal, in WireMock's words.
enum RequestRoutes {
  static let all = [
    AdminRoute("GET", "requests", list),
    AdminRoute("DELETE", "requests", clear),
    AdminRoute("POST", "requests/reset", clear),
    AdminRoute("GET", "requests/unmatched", unmatched),
    AdminRoute("POST", "requests/count", count),
    AdminRoute("POST", "requests/find", find),
    AdminRoute("POST", "requests/remove", remove),
    AdminRoute("POST", "requests/remove-by-metadata", removeByMetadata),
    AdminRoute("GET", "requests/{id}", show),
    AdminRoute("DELETE", "requests/{id}", removeOne),
  ]

  /// The newest first, as WireMock lists them.
  @Sendable private static func list(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let limit = try call.count("limit") ?? .max
    let onlyUnmatched = call.parameter("unmatched") == "true"
    let since = try call.parameter("since").map { since throws(AdminRefusal) in
      try RequestTime.read(since)
    }
    let stub = try call.parameter("matchingStub").map { id throws(AdminRefusal) in
      try service.stub(id).number
    }
    let trace = call.parameter("traceId")
    if let trace, !TraceParent.isTraceID(trace) {
      throw AdminRefusal(
        422,
        "expected 32 hexadecimal digits in lower case that are not all 0 for 'traceId', found"
          + " '\(trace)'")
    }
    let journal = service.journal
    let entries = journal.entries { entry in
      (!onlyUnmatched || !entry.answer.wasMatched) && (since.map { entry.date > $0 } ?? true)
        && (stub.map { $0 == entry.answer.stub } ?? true)
        && (trace.map { $0 == entry.traceParent?.traceID } ?? true)
    }
    return journal.reply { writer in
      writer.key("requests")
      writer.array { writer in
        for entry in entries.reversed().prefix(limit) {
          RequestJSON.write(entry, of: service, to: &writer)
        }
      }
      writer.key("meta")
      writer.object {
        $0.member(
          "total",
          onlyUnmatched || since != nil || stub != nil || trace != nil
            ? entries.count : journal.count)
      }
      writer.member("requestJournalDisabled", !journal.isOn)
    }
  }

  @Sendable private static func clear(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    service.journal.clear()
    return .send(JSONReply.json(200) { $0.object { _ in } })
  }

  @Sendable private static func unmatched(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    write(service.journal.entries { !$0.answer.wasMatched }, service)
  }

  @Sendable private static func find(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    write(try matching(call, service), service)
  }

  @Sendable private static func count(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let count = try matching(call, service).count
    return service.journal.reply { writer in
      writer.member("count", count)
      writer.member("requestJournalDisabled", false)
    }
  }

  @Sendable private static func remove(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let entries = try matching(call, service)
    for entry in entries { _ = service.journal.remove(entry.number) }
    return write(entries, service)
  }

  @Sendable private static func removeByMetadata(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let pattern = try MetadataPattern(call, service)
    let stubs = service.engine.stubs.all.filter { pattern.fits($0) }
    let numbers = Set(stubs.map(\.number))
    let entries = service.journal.entries { $0.answer.stub.map(numbers.contains) ?? false }
    for entry in entries { _ = service.journal.remove(entry.number) }
    return write(entries, service)
  }

  @Sendable private static func show(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let entry = try entry(call, service)
    return .send(JSONReply.json(200) { RequestJSON.write(entry, of: service, to: &$0) })
  }

  @Sendable private static func removeOne(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    _ = service.journal.remove(try entry(call, service).number)
    return .send(JSONReply.json(200) { $0.object { _ in } })
  }

  private static func entry(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> JournalEntry {
    let id = call.parameters["id"] ?? ""
    guard let number = RequestID.number(id), let entry = service.journal.entry(number) else {
      throw AdminRefusal(404, "the journal has no request '\(id)'")
    }
    return entry
  }

  /// The requests that a pattern in the body fits.
  ///
  /// - Throws: also when requests were forgotten that it may fit as well.
  private static func matching(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> [JournalEntry] {
    let pattern = try RequestPattern(
      json: try call.json(), service.engine.stubs.dialect,
      scheme: service.engine.options.scheme)
    guard service.journal.isOn else {
      throw AdminRefusal(409, "the journal is switched off, so that requests cannot be counted")
    }
    guard service.journal.isComplete else {
      throw AdminRefusal(
        409,
        "the answer could be wrong: the journal had to forget \(service.journal.forgottenCount)"
          + " of \(service.journal.count) requests; give it more room with --journal, or clear it in"
          + " between")
    }
    return service.journal.entries { pattern.fits($0) }
  }

  private static func write(_ entries: [JournalEntry], _ service: MockService) -> Reply {
    service.journal.reply { writer in
      writer.key("requests")
      writer.array { writer in
        for entry in entries { RequestJSON.write(request: entry, of: service, to: &writer) }
      }
      writer.member("requestJournalDisabled", !service.journal.isOn)
    }
  }
}

extension Journal {
  /// An answer with what is known of forgotten requests in a header field, where WireMock's own
  /// clients do not mind it.
  fileprivate func reply(_ members: (inout JSONWriter) -> Void) -> Reply {
    var writer = JSONWriter(style: .compact)
    writer.object { members(&$0) }
    let fields = isComplete ? [] : [("X-Counterpart-Forgotten", "\(forgottenCount)")]
    return .send(
      RenderedResponse(ResponseImage(status: 200, json: writer.bytes, adding: fields)))
  }
}
