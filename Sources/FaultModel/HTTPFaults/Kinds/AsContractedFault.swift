/// Does nothing: the answer is as contracted.
struct AsContractedFault: HTTPFaultKind {
  static let type = "as_contracted"

  init(_ members: FaultMembers) {}

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    [.send(answer.bytes)]
  }
}
