/// Resets the connection: `before` a byte of the answer, `during` it, behind `bytes` of the body, or
/// `after` the whole of it.
///
/// A reset takes with it what the peer has not read, so that what was sent before gets `delay`
/// milliseconds to arrive.
struct ResetPeerFault: HTTPFaultKind {
  static let type = "reset_peer"
  static let members: [FaultMember] = [
    FaultMember("when", .choice(["before", "during", "after"])), .count("bytes"),
    .milliseconds("delay"),
  ]
  static let needsAnswer = false

  private let when: String
  private let bytes: Int?
  private let delay: Duration

  static func problem(_ members: FaultMembers) -> String? {
    if members.has("bytes"), members[text: "when"] != "during" {
      return "'bytes' goes with 'when': 'during'"
    }
    return nil
  }

  init(_ members: FaultMembers) {
    when = members[text: "when"] ?? "before"
    bytes = members[whole: "bytes"]
    delay = members[time: "delay"] ?? (when == "before" ? .zero : .milliseconds(100))
  }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    switch when {
    case "during":
      let part = answer.body.prefix(bytes ?? answer.body.count / 2)
      return [.send(answer.head + part), .wait(delay), .reset]
    case "after": return [.send(answer.bytes), .wait(delay), .reset]
    default: return [.wait(delay), .reset]
    }
  }
}
