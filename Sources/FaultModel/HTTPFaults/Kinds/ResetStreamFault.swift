/// Resets the stream of the request with an error `code` of HTTP/2 (INTERNAL_ERROR unless given), before a byte of
/// the answer or behind `bytes` of its body; over HTTP/1.1 it resets the connection.
struct ResetStreamFault: HTTPFaultKind {
  static let type = "reset_stream"
  static let members: [FaultMember] = [StreamErrorCode.member, .count("bytes")]
  static let needsAnswer = false

  private let code: StreamErrorCode
  private let bytes: Int?

  init(_ members: FaultMembers) {
    code = members[text: "code"].flatMap(StreamErrorCode.init) ?? .internalError
    bytes = members[whole: "bytes"]
  }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    guard let bytes else { return [.resetStream(code)] }
    return [.send(answer.head + answer.body.prefix(bytes)), .resetStream(code)]
  }
}
