/// Says that the body is of another type: `content_type`, or HTML unless given.
struct WrongContentTypeFault: HTTPFaultKind {
  static let type = "wrong_content_type"
  static let members = [FaultMember("content_type", .text)]

  private let contentType: String

  init(_ members: FaultMembers) {
    contentType = members[text: "content_type"] ?? "text/html; charset=utf-8"
  }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    var answer = answer
    answer.set("Content-Type", contentType)
    return [.send(answer.bytes)]
  }
}
