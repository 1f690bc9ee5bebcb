/// Sends `bytes` bytes at random (100 unless given) behind the answer, where the next one would begin.
struct GarbageAfterFault: HTTPFaultKind {
  static let type = "garbage_after"
  static let members = [FaultMember("bytes", .whole(1...10_000_000))]

  private let bytes: Int

  init(_ members: FaultMembers) { bytes = members[whole: "bytes"] ?? 100 }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    let garbage = (0..<bytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    return [.send(answer.bytes + garbage)]
  }
}
