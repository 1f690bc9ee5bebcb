/// Says GOAWAY with an error `code` of HTTP/2 (NO_ERROR unless given) and ends the connection: `before` the request
/// was looked at, so that it may be sent again, or `after` its answer. Over HTTP/1.1 the connection is closed.
struct GoAwayFault: HTTPFaultKind {
  static let type = "goaway"
  static let members: [FaultMember] = [
    StreamErrorCode.member, FaultMember("when", .choice(["before", "after"])),
  ]
  static let needsAnswer = false

  private let code: StreamErrorCode
  private let isAfter: Bool

  init(_ members: FaultMembers) {
    code = members[text: "code"].flatMap(StreamErrorCode.init) ?? .noError
    isAfter = members[text: "when"] == "after"
  }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    (isAfter ? [.send(answer.bytes)] : []) + [.goAway(code, refusing: !isAfter)]
  }
}
