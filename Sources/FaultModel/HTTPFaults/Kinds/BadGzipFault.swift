/// Says that the body is compressed by gzip, which it is not; with `magic` it begins as if it were.
struct BadGzipFault: HTTPFaultKind {
  static let type = "bad_gzip"
  static let members = [FaultMember("form", .choice(["plain", "magic"]))]

  private let hasMagic: Bool

  init(_ members: FaultMembers) { hasMagic = members[text: "form"] == "magic" }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    var answer = answer
    answer.set("Content-Encoding", "gzip")
    if hasMagic, !answer.isHead {
      // A gzip header, and a block of a type that there is not.
      answer.body = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0x07] + answer.body
      answer.set("Content-Length", "\(answer.body.count)")
    }
    return [.send(answer.bytes)]
  }
}
