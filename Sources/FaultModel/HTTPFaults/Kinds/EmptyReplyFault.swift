/// Closes the connection before a byte of the answer.
struct EmptyReplyFault: HTTPFaultKind {
  static let type = "empty_reply"
  static let needsAnswer = false

  init(_ members: FaultMembers) {}

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] { [.end] }
}
