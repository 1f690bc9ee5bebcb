/// Sends a header field of `bytes` bytes more (1,000,000 unless given).
struct OversizeHeaderFault: HTTPFaultKind {
  static let type = "oversize_header"
  static let members = [FaultMember("bytes", .whole(1...100_000_000))]

  private let bytes: Int

  init(_ members: FaultMembers) { bytes = members[whole: "bytes"] ?? 1_000_000 }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    var answer = answer
    answer.add("X-Oversize", String(repeating: "x", count: max(0, bytes - "X-Oversize: ".count)))
    return [.send(answer.bytes)]
  }
}
