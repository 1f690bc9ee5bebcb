/// Never sends the `100 Continue` that a request waits for before its body; a body that comes all the
/// same is answered as contracted.
struct NoContinueFault: HTTPFaultKind {
  static let type = "no_continue"
  static let withholdsContinue = true

  init(_ members: FaultMembers) {}

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    [.send(answer.bytes)]
  }
}
