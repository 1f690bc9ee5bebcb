/// Sends the head in pieces of `bytes` bytes (1 unless given) with `delay` milliseconds between them.
struct SlowHeadersFault: HTTPFaultKind {
  static let type = "slow_headers"
  static let members: [FaultMember] = [
    .milliseconds("delay", isRequired: true), .count("bytes", from: 1),
  ]

  private let delay: Duration
  private let bytes: Int

  init(_ members: FaultMembers) {
    delay = members[time: "delay"] ?? .zero
    bytes = members[whole: "bytes"] ?? 1
  }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    [.trickle(answer.head[...], by: bytes, every: delay), .send(answer.body)]
  }
}
