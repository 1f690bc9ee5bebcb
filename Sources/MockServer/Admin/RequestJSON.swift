import ContractModel
package import JSONText
package import MockEngine

/// The JSON of requests in the journal, in WireMock's shape.
///
/// What WireMock does not know (`number`, `connection`, `interaction`, `fault`, `traceId`) stands in `request`,
/// where its clients pass over it; beside `request` they refuse it.
package enum RequestJSON {
  /// Writes a request and what became of it.
  package static func write(
    _ entry: JournalEntry, of service: MockService, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("id", RequestID.text(entry.number))
      writer.key("request")
      write(request: entry, of: service, to: &writer)
      writer.key("responseDefinition")
      writer.object { writer in
        writer.member("status", entry.status ?? 0)
        writer.member("fromConfiguredStub", entry.answer.wasMatched)
      }
      writer.key("response")
      writer.object { $0.member("status", entry.status ?? 0) }
      writer.member("wasMatched", entry.answer.wasMatched)
      service.webhooks.write(of: entry.number, to: &writer)
      if let number = entry.answer.stub, let stub = service.engine.stubs.stub(number: number) {
        writer.key("stubMapping")
        StubJSON.write(stub, to: &writer)
      }
    }
  }

  /// Writes a request alone.
  package static func write(
    request entry: JournalEntry, of service: MockService, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("url", relative(entry))
      writer.member("absoluteUrl", absolute(entry, service.baseURL))
      writer.member("method", entry.method)
      writer.member("clientIp", entry.source.client.description)
      writer.key("headers")
      write(entry.fields.map { ($0.name, $0.value) }, to: &writer)
      writer.key("cookies")
      write(cookies(entry), to: &writer)
      writer.key("queryParams")
      writer.object { writer in
        for field in PercentCoding.fields(entry.query ?? "") {
          writer.key(field.name)
          writer.object { writer in
            writer.member("key", field.name)
            writer.key("values")
            writer.array { writer in for value in field.values { writer.string(value) } }
          }
        }
      }
      writer.member("browserProxyRequest", false)
      writer.member("loggedDate", Int(entry.date / .milliseconds(1)))
      writer.member("bodyAsBase64", Base64.encode(entry.body))
      writer.member("body", String(decoding: entry.body, as: UTF8.self))
      writer.member("loggedDateString", RequestTime.text(entry.date))
      writeOwn(entry, service, to: &writer)
    }
  }

  private static func writeOwn(
    _ entry: JournalEntry, _ service: MockService, to writer: inout JSONWriter
  ) {
    writer.member("number", entry.number)
    writer.member("connection", entry.source.connection)
    writer.key("timeMs")
    writer.number("\(entry.time / .milliseconds(1))")
    if let parent = entry.traceParent {
      writer.member("traceparent", parent.text)
      writer.member("traceId", parent.traceID)
    }
    if entry.isBodyCut { writer.member("bodyLength", entry.bodyLength) }
    if let interaction = entry.answer.interaction {
      writer.member("interaction", service.names.all[interaction])
    }
    if let fault = entry.fault {
      writer.key("fault")
      fault.write(to: &writer)
    }
  }

  /// Names and values as an object; several values of a name as an array.
  private static func write(_ pairs: [(name: String, value: String)], to writer: inout JSONWriter) {
    var fields: [Field] = []
    for (name, value) in pairs {
      let place = fields.firstIndex { $0.name.lowercased() == name.lowercased() }
      if let place {
        fields[place].values.append(value)
      } else {
        fields.append(Field(name, [value]))
      }
    }
    writer.object { writer in
      for field in fields {
        writer.key(field.name)
        if field.values.count == 1 {
          writer.string(field.values[0])
        } else {
          writer.array { writer in for value in field.values { writer.string(value) } }
        }
      }
    }
  }

  private static func cookies(_ entry: JournalEntry) -> [(name: String, value: String)] {
    entry.values("cookie").flatMap { $0.split(separator: ";") }.map { cookie in
      let cookie = cookie.drop { $0 == " " }
      let name = cookie.prefix { $0 != "=" }
      return (String(name), String(cookie.dropFirst(name.count + 1)))
    }
  }

  private static func relative(_ entry: JournalEntry) -> String {
    entry.path + (entry.query.map { "?\($0)" } ?? "")
  }

  private static func absolute(_ entry: JournalEntry, _ base: String) -> String {
    let base = entry.values("host").first.map { "\(base.prefix { $0 != ":" })://\($0)" } ?? base
    return base + relative(entry)
  }
}
