import ContractModel
package import JSONText

/// Makes stub mappings out of recorded traffic.
package struct StubRecorder: Sendable {
  /// A stub that was made.
  package struct Stub: Sendable {
    /// The identifier.
    package var id: String
    /// The mapping.
    package var mapping: JSONValue
    /// The body of the answer, where it has a file of its own.
    package var file: (name: String, content: [UInt8])?
    /// The name of a file for the mapping, without its ending.
    package var fileName: String
  }

  private let specification: RecordSpecification
  private let redaction: TrafficRedaction
  private let keepsLatency: Bool
  private let dropsNoise: Bool

  /// - Parameters:
  ///   - specification: how stubs are made.
  ///   - redaction: what is secret.
  ///   - keepsLatency: whether the answers of stubs are as late as those of the service.
  ///   - dropsNoise: whether header fields that differ each time are left out, and answers that only
  ///     repeat the one before.
  package init(
    _ specification: RecordSpecification, _ redaction: TrafficRedaction,
    keepsLatency: Bool = false, dropsNoise: Bool = false
  ) {
    self.specification = specification
    self.redaction = redaction
    self.keepsLatency = keepsLatency
    self.dropsNoise = dropsNoise
  }

  /// The stubs of exchanges, in their order.
  ///
  /// - Parameter id: gives an identifier, a UUID in lower case, for an exchange and its place among those
  ///   with the same request.
  package func stubs(
    _ exchanges: [ProxiedExchange], id: (ProxiedExchange, Int) -> String
  ) -> [Stub] {
    var groups: [[ProxiedExchange]] = []
    var places: [Key: Int] = [:]
    for exchange in exchanges {
      let key = self.key(exchange)
      if let place = places[key] {
        // A scenario of the same answers would be of no use.
        if dropsNoise, groups[place].last?.answersAlike(exchange) == true { continue }
        groups[place].append(exchange)
      } else {
        places[key] = groups.count
        groups.append([exchange])
      }
    }
    var scenarios = 0
    var made: [(number: Int, stub: Stub)] = []
    for group in groups {
      if group.count > 1, specification.repeatsAsScenarios { scenarios += 1 }
      for (step, exchange) in group.enumerated() {
        guard step == 0 || specification.repeatsAsScenarios else { break }
        let scenario = group.count > 1 && specification.repeatsAsScenarios
        made.append(
          (
            exchange.number,
            stub(
              exchange, id: id(exchange, step),
              scenario ? Step(number: scenarios, step: step, count: group.count) : nil)
          ))
      }
    }
    return made.sorted { $0.number < $1.number }.map(\.stub)
  }

  /// What makes requests the same.
  private struct Key: Hashable {
    let method: String
    let target: String
    let headers: [String?]
    let body: [UInt8]
  }

  private struct Step {
    let number: Int
    let step: Int
    let count: Int

    /// The name of a state, the first being WireMock's.
    func state(_ step: Int, _ scenario: String) -> String {
      step == 0 ? "Started" : "\(scenario)-\(step + 1)"
    }
  }

  private func key(_ exchange: ProxiedExchange) -> Key {
    Key(
      method: exchange.method, target: exchange.target,
      headers: specification.captureHeaders.map { capture in
        exchange.requestHeaders.header(capture.name.lowercased())
      }, body: exchange.requestBody)
  }

  private func stub(_ exchange: ProxiedExchange, id: String, _ step: Step?) -> Stub {
    let slug = Self.slug(exchange.path)
    let body = RecordedBody(exchange.responseBody, exchange.responseHeaders)
    let limit = body.isText ? specification.textLimit : specification.binaryLimit
    let isExtracted = limit.map { exchange.responseBody.count > $0 } ?? false
    let file = isExtracted ? "body-\(slug)-\(id.prefix(8)).\(body.ending)" : nil
    let scenario = step.map {
      "scenario-\($0.number)-\(slug.map { $0 == "_" ? "-" : $0 }.map(String.init).joined())"
    }
    let mapping = JSONValue.make { writer in
      writer.object { writer in
        writer.member("id", id)
        writer.member("name", slug)
        writer.key("request")
        write(request: exchange, to: &writer)
        writer.key("response")
        write(response: exchange, body, file: file, to: &writer)
        writer.member("uuid", id)
        writer.member("persistent", true)
        if let step, let scenario {
          writer.member("scenarioName", scenario)
          writer.member("requiredScenarioState", step.state(step.step, scenario))
          if step.step + 1 < step.count {
            writer.member("newScenarioState", step.state(step.step + 1, scenario))
          }
        }
      }
    }
    return Stub(
      id: id, mapping: mapping, file: file.map { ($0, exchange.responseBody) },
      fileName: "\(slug)-\(id)")
  }

  private func write(request exchange: ProxiedExchange, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("url", exchange.target)
      writer.member("method", exchange.method)
      let captured = specification.captureHeaders.compactMap { capture in
        exchange.requestHeaders.header(capture.name.lowercased()).map { (capture, $0) }
      }
      if !captured.isEmpty {
        writer.key("headers")
        writer.object { writer in
          for (capture, value) in captured {
            writer.key(capture.name)
            writer.object { writer in
              if redaction.isSecret(capture.name) {
                writer.member("matches", ".+")
              } else {
                writer.member("equalTo", value)
                if capture.ignoresCase { writer.member("caseInsensitive", true) }
              }
            }
          }
        }
      }
      guard !exchange.requestBody.isEmpty else { return }
      writer.key("bodyPatterns")
      writer.array { writer in
        writer.object { write(bodyOf: exchange, to: &$0) }
      }
    }
  }

  private func write(bodyOf exchange: ProxiedExchange, to writer: inout JSONWriter) {
    let body = RecordedBody(exchange.requestBody, exchange.requestHeaders)
    switch specification.bodyPattern {
    case .automatic where body.json != nil:
      writer.member("equalToJson", body.text)
      writer.member("ignoreArrayOrder", true)
      writer.member("ignoreExtraElements", true)
    case .automatic where body.isXML: writer.member("equalToXml", body.text)
    case .automatic where !body.isText:
      writer.member("binaryEqualTo", Base64.encode(exchange.requestBody))
    case .automatic, .text(ignoresCase: false): writer.member("equalTo", body.text)
    case .text(ignoresCase: true):
      writer.member("equalTo", body.text)
      writer.member("caseInsensitive", true)
    case .json(let ignoresArrayOrder, let ignoresExtraElements):
      guard body.json != nil else { return writer.member("equalTo", body.text) }
      writer.member("equalToJson", body.text)
      writer.member("ignoreArrayOrder", ignoresArrayOrder)
      writer.member("ignoreExtraElements", ignoresExtraElements)
    case .xml:
      writer.member(body.isXML ? "equalToXml" : "equalTo", body.text)
    }
  }

  private func write(
    response exchange: ProxiedExchange, _ body: RecordedBody, file: String?,
    to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("status", exchange.status)
      if let file {
        writer.member("bodyFileName", file)
      } else if body.isText {
        writer.member("body", body.text)
      } else if !exchange.responseBody.isEmpty {
        writer.member("base64Body", Base64.encode(exchange.responseBody))
      }
      let fields = TrafficRedaction.joined(exchange.responseHeaders).filter {
        !TrafficRedaction.isFraming($0.name) && !(dropsNoise && redaction.isNoise($0.name))
      }
      if !fields.isEmpty {
        writer.key("headers")
        writer.object { writer in
          for field in fields {
            let values = field.values.map { redaction.value($0, of: field.name) }
            writer.key(field.name)
            if values.count == 1 {
              writer.string(values[0])
            } else {
              writer.array { writer in for value in values { writer.string(value) } }
            }
          }
        }
      }
      if keepsLatency {
        writer.member("fixedDelayMilliseconds", Int(exchange.latency / .milliseconds(1)))
      }
    }
  }

  /// A path as part of a name.
  static func slug(_ path: String) -> String {
    let parts = path.split(separator: "/").map { part in
      String(
        part.unicodeScalars.map { scalar in
          let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
          return isPlain || scalar == "-" || scalar == "." ? Character(scalar) : "-"
        }
      ).lowercased()
    }
    let slug = parts.filter { $0 != "." && $0 != ".." }.joined(separator: "_").prefix(60)
    return slug.isEmpty ? "root" : String(slug)
  }
}
