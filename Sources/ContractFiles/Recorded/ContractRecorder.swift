package import ContractModel
import JSONText

/// Makes a contract out of recorded traffic.
package struct ContractRecorder: Sendable {
  /// What was made.
  package struct Result: Sendable {
    /// The contract.
    package var contract: Contract
    /// How long the service took for each interaction.
    package var latencies: [(description: String, latency: Duration)] = []
    /// What could not become part of the contract, in words.
    package var remarks: [String] = []
  }

  private let consumer: String
  private let provider: String
  private let redaction: TrafficRedaction
  private let captured: Set<String>

  /// - Parameters:
  ///   - redaction: what is secret.
  ///   - captured: the names of header fields that requests are compared by besides the usual ones.
  package init(
    consumer: String, provider: String, _ redaction: TrafficRedaction, capturing captured: [String]
  ) {
    self.consumer = consumer
    self.provider = provider
    self.redaction = redaction
    self.captured = Set(captured.map { $0.lowercased() })
  }

  /// Header fields of requests that say what is wanted.
  private static let usual: Set<String> = ["content-type", "accept", "authorization"]

  /// Makes the contract; of requests that are the same the first counts, as a mock plays it.
  package func record(_ exchanges: [ProxiedExchange]) -> Result {
    var result = Result(contract: Contract(consumer: consumer, provider: provider))
    result.contract.specification = .v4
    var seen: [HTTPRequest: ProxiedExchange] = [:]
    var names: [String: Int] = [:]
    for exchange in exchanges {
      let request = self.request(exchange)
      if let first = seen[request] {
        if !first.answersAlike(exchange) {
          result.remarks.append(
            "\(exchange.method) \(exchange.target) was answered in another way than the first time"
              + " (requests \(first.number) and \(exchange.number)): only the first answer is kept;"
              + " --format wiremock keeps all of them as steps of a scenario")
        }
        continue
      }
      guard (200...599).contains(exchange.status) else {
        result.remarks.append(
          "\(exchange.method) \(exchange.target): status \(exchange.status) cannot be in a contract"
        )
        continue
      }
      seen[request] = exchange
      let title = "\(exchange.method) \(exchange.target)"
      names[title, default: 0] += 1
      let count = names[title] ?? 1
      let description = count == 1 ? title : "\(title) (\(count))"
      result.latencies.append((description, exchange.latency))
      result.contract.interactions.append(
        Interaction(description: description, content: .http(request, response(exchange))))
    }
    return result
  }

  private func request(_ exchange: ProxiedExchange) -> HTTPRequest {
    var rules: [MatchingRuleSet] = []
    let headers = TrafficRedaction.joined(exchange.requestHeaders).filter { field in
      let name = field.name.lowercased()
      if name == "accept", field.values == ["*/*"] { return false }
      if name == "content-type", exchange.requestBody.isEmpty { return false }
      return Self.usual.contains(name) || captured.contains(name)
    }
    .map { field in redacted(field, &rules) }
    return HTTPRequest(
      method: exchange.method, path: PercentCoding.decode(exchange.path, plusIsSpace: false),
      query: exchange.query.map { PercentCoding.fields($0) }, headers: headers,
      body: body(exchange.requestBody, exchange.requestHeaders) ?? .missing, rules: rules)
  }

  private func response(_ exchange: ProxiedExchange) -> HTTPResponse {
    var rules: [MatchingRuleSet] = []
    let headers = TrafficRedaction.joined(exchange.responseHeaders)
      .filter { !redaction.isNoise($0.name) }
      .map { field in
        let isSecret = redaction.isSecret(field.name)
        let redacted = redacted(field, &rules)
        if !isSecret, field.name.lowercased() != "content-type" {
          rules.append(Self.anything(field.name))
        }
        return redacted
      }
    let body = body(exchange.responseBody, exchange.responseHeaders)
    if case .json(let value)? = body?.content { rules += RuleInference.rules(for: value) }
    return HTTPResponse(
      status: exchange.status, headers: headers, body: body ?? .missing, rules: rules)
  }

  private func redacted(_ field: Field, _ rules: inout [MatchingRuleSet]) -> Field {
    guard redaction.isSecret(field.name) else { return field }
    rules.append(Self.anything(field.name))
    return Field(field.name, field.values.map { redaction.value($0, of: field.name) })
  }

  private static func anything(_ header: String) -> MatchingRuleSet {
    MatchingRuleSet(
      .header, header,
      rules: [
        JSONValue.make { writer in
          writer.object { writer in
            writer.member("match", "regex")
            writer.member("regex", ".+")
          }
        }
      ])
  }

  private func body(_ bytes: [UInt8], _ headers: [Field]) -> Body? {
    guard !bytes.isEmpty else { return nil }
    let body = RecordedBody(bytes, headers)
    let type = headers.header("content-type")
    if let json = body.json { return Body(.json(json), contentType: type) }
    if body.isText { return Body(.text(body.text), contentType: type) }
    return Body(.binary(bytes), contentType: type ?? "application/octet-stream")
  }
}
