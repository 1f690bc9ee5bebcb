/// Sends the body slowly: at a `rate` in bytes per second, or in so many `chunks` over a `duration`,
/// or in pieces of `bytes` bytes with a `delay`, both times in milliseconds.
struct SlowBodyFault: HTTPFaultKind {
  static let type = "slow_body"
  static let members: [FaultMember] = [
    .count("rate", from: 1), .count("chunks", from: 1), .milliseconds("duration"),
    .count("bytes", from: 1), .milliseconds("delay"),
  ]

  private enum Pace {
    case rate(Int)
    case chunks(Int, over: Duration)
    case pieces(of: Int, every: Duration)
  }

  /// The longest time between two pieces at a rate.
  private static let tick = 20

  private let pace: Pace

  static func problem(_ members: FaultMembers) -> String? {
    switch Set(members.values.keys) {
    case ["rate"], ["chunks", "duration"], ["bytes", "delay"]: nil
    default: "'slow_body' needs 'rate', or 'chunks' and 'duration', or 'bytes' and 'delay'"
    }
  }

  init(_ members: FaultMembers) {
    if let rate = members[whole: "rate"] {
      pace = .rate(rate)
    } else if let chunks = members[whole: "chunks"] {
      pace = .chunks(chunks, over: members[time: "duration"] ?? .zero)
    } else {
      pace = .pieces(of: members[whole: "bytes"] ?? 1, every: members[time: "delay"] ?? .zero)
    }
  }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    guard !answer.body.isEmpty else { return [.send(answer.head)] }
    let (size, gap) = pieces(of: answer.body.count)
    return [
      .send(answer.head), .wait(gap), .trickle(answer.body[...], by: size, every: gap),
    ]
  }

  private func pieces(of count: Int) -> (size: Int, gap: Duration) {
    switch pace {
    case .rate(let rate):
      let size = max(1, rate * Self.tick / 1_000)
      return (size, .nanoseconds(size * 1_000_000_000 / rate + 1))
    case .chunks(let chunks, let duration):
      let size = (count + chunks - 1) / chunks
      return (size, duration / ((count + size - 1) / size))
    case .pieces(let size, let delay): return (size, delay)
    }
  }
}
