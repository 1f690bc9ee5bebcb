import ContractModel

/// One direction in which data flows: requests to the provider, messages to the consumer.
struct SummaryFlow: Hashable {
  /// Where it comes from.
  var source: String
  /// Where it goes.
  var target: String
  /// How many interactions there are, e.g. `3 http`.
  var label: String
  /// Whether it is messages, which the provider sends.
  var isMessages: Bool
  /// Whether an interaction failed, or ended without an answer.
  var isBroken: Bool

  /// The flows of a summary, in the order of its points.
  static func all(_ summary: IntegrationSummary) -> [SummaryFlow] {
    summary.points.flatMap { point -> [SummaryFlow] in
      let isBroken = point.count(.failed) + point.count(.error) > 0
      let calls = point.kinds.filter { $0.kind != "message" }
      let messages = point.kinds.filter { $0.kind == "message" }
      func label(_ kinds: [(kind: String, count: Int)]) -> String {
        kinds.map { "\($0.count) \($0.kind)" }.joined(separator: ", ")
      }
      var flows: [SummaryFlow] = []
      if !calls.isEmpty || messages.isEmpty {
        flows.append(
          SummaryFlow(
            source: point.consumer, target: point.provider,
            label: calls.isEmpty ? "nothing" : label(calls), isMessages: false, isBroken: isBroken))
      }
      if !messages.isEmpty {
        flows.append(
          SummaryFlow(
            source: point.provider, target: point.consumer, label: label(messages),
            isMessages: true, isBroken: isBroken))
      }
      return flows
    }
  }

  /// The names of the services, sorted.
  static func services(_ flows: [SummaryFlow]) -> [String] {
    Set(flows.flatMap { [$0.source, $0.target] }).sorted()
  }
}
