/// Never answers, and leaves the connection open.
struct SilenceFault: HTTPFaultKind {
  static let type = "silence"
  static let needsAnswer = false

  init(_ members: FaultMembers) {}

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] { [.silence] }
}
