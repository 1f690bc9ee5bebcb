import ContractModel
import HTTPExchange

extension RequestPlan {
  /// How much is kept of a body that a person has reason to look at, and of any other.
  private static let limits = (long: 16_384, short: 1_024)

  /// What was sent and what came back, for a person to read.
  ///
  /// - Parameters:
  ///   - response: what came back, if anything did.
  ///   - isLong: whether more than the start of a body is kept.
  func recorded(with response: HTTPExchangeResponse?, isLong: Bool) -> RecordedExchange {
    let limit = isLong ? Self.limits.long : Self.limits.short
    let fields = headers.map { header in
      Field(header.name, [hidden.contains(header.name.lowercased()) ? "***" : header.value])
    }
    return RecordedExchange(
      request: RecordedMessage(
        start: "\(method) \(HTTPAddress.withoutCredentials(url))", headers: fields,
        body: body ?? [], limit: limit),
      response: response.map {
        RecordedMessage(start: "\($0.status)", headers: $0.headers, body: $0.body, limit: limit)
      })
  }
}
