/// Sends the head and `bytes` bytes of the body, and ends the connection; the head tells the whole
/// length, or the body comes in chunks, of which the last never ends.
struct CutBodyFault: HTTPFaultKind {
  static let type = "cut_body"
  static let members: [FaultMember] = [
    .count("bytes", isRequired: true), FaultMember("coding", .choice(["length", "chunked"])),
  ]

  private let bytes: Int
  private let isChunked: Bool

  init(_ members: FaultMembers) {
    bytes = members[whole: "bytes"] ?? 0
    isChunked = members[text: "coding"] == "chunked"
  }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    guard !answer.isHead else { return [.send(answer.head), .end] }
    let part = answer.body.prefix(bytes)
    guard isChunked else { return [.send(answer.head + part), .end] }
    var answer = answer
    answer.useChunks()
    return [.send(answer.head + (part.isEmpty ? [] : HTTPAnswer.chunk(part))), .end]
  }
}
