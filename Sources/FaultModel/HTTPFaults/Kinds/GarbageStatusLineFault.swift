/// Sends a line that is no status line, `text` or letters at random, and then the rest of the answer.
struct GarbageStatusLineFault: HTTPFaultKind {
  static let type = "garbage_status_line"
  static let members = [FaultMember("text", .text)]
  static let needsAnswer = false

  private let text: String?

  init(_ members: FaultMembers) { text = members[text: "text"] }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    var answer = answer
    let letters = (0..<40).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }
    let line = text.map { Array($0.utf8) } ?? letters
    answer.lines = [line] + answer.lines.dropFirst()
    return [.send(answer.bytes), .end]
  }
}
