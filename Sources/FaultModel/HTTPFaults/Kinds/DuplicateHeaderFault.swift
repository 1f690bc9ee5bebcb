/// Sends the header field `name` once more, with `value` or with the value that it has.
struct DuplicateHeaderFault: HTTPFaultKind {
  static let type = "duplicate_header"
  static let members = [
    FaultMember("name", .text, isRequired: true), FaultMember("value", .text),
  ]

  private let name: String
  private let value: String?

  static func problem(_ members: FaultMembers) -> String? {
    let name = members[text: "name"] ?? ""
    let isName =
      !name.isEmpty
      && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
    return isName ? nil : "'\(name)' is no name of a header field"
  }

  init(_ members: FaultMembers) {
    name = members[text: "name"] ?? ""
    value = members[text: "value"]
  }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    var answer = answer
    answer.add(name, value ?? answer.values(name.lowercased()).first ?? "")
    return [.send(answer.bytes)]
  }
}
