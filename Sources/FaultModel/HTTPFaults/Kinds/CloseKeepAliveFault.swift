/// Answers as contracted, as if the connection were kept, and closes it `delay` milliseconds later.
struct CloseKeepAliveFault: HTTPFaultKind {
  static let type = "close_keep_alive"
  static let members: [FaultMember] = [.milliseconds("delay")]

  private let delay: Duration

  init(_ members: FaultMembers) { delay = members[time: "delay"] ?? .zero }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    [.send(answer.bytes), .wait(delay), .end]
  }
}
