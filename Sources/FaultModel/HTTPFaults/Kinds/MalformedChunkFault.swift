/// Sends the body in chunks of which the second has a size that is no number, and ends the connection.
struct MalformedChunkFault: HTTPFaultKind {
  static let type = "malformed_chunk"

  init(_ members: FaultMembers) {}

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    var answer = answer
    answer.useChunks()
    guard !answer.isHead else { return [.send(answer.head), .end] }
    let half = answer.body.prefix(answer.body.count / 2)
    let first = half.isEmpty ? [] : HTTPAnswer.chunk(half)
    return [
      .send(answer.head + first + Array("xyz!\r\n".utf8) + answer.body.dropFirst(half.count)), .end,
    ]
  }
}
