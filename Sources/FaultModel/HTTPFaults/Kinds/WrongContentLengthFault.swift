/// Tells a Content-Length that is off by `difference`: with more than there is, the connection ends
/// where it is missed; with less, the rest comes all the same.
struct WrongContentLengthFault: HTTPFaultKind {
  static let type = "wrong_content_length"
  static let members: [FaultMember] = [
    FaultMember("difference", .whole(-1_000_000_000...1_000_000_000), isRequired: true)
  ]

  private let difference: Int

  static func problem(_ members: FaultMembers) -> String? {
    members[whole: "difference"] == 0 ? "expected a 'difference' other than 0" : nil
  }

  init(_ members: FaultMembers) { difference = members[whole: "difference"] ?? 1 }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    var answer = answer
    let length = answer.values("content-length").first.flatMap { Int($0) } ?? answer.body.count
    answer.set("Content-Length", "\(max(0, length + difference))")
    return difference > 0 ? [.send(answer.bytes), .end] : [.send(answer.bytes)]
  }
}
