/// Answers with another status, header and body; `retry_after` is in seconds.
struct StatusFault: HTTPFaultKind {
  static let type = "status"
  static let members = [
    FaultMember("status", .whole(200...599), isRequired: true, canRamp: false),
    FaultMember("headers", .fields), FaultMember("body", .body),
    FaultMember("retry_after", .whole(0...86_400)),
    FaultMember("retry_after_form", .choice(["seconds", "date"])),
  ]
  static let needsAnswer = false

  private let response: FaultResponse
  private let retryAfter: Int?
  private let isDate: Bool

  static func problem(_ members: FaultMembers) -> String? {
    if members.has("retry_after_form"), !members.has("retry_after") {
      return "'retry_after_form' goes with 'retry_after'"
    }
    let names = members[fields: "headers"].map { $0.name.lowercased() }
    return members.has("retry_after") && names.contains("retry-after")
      ? "expected 'retry_after' or the header Retry-After, found both" : nil
  }

  init(_ members: FaultMembers) {
    var response = FaultResponse(
      status: members[whole: "status"] ?? 500, headers: members[fields: "headers"])
    if case .body(let bytes, let contentType)? = members.values["body"] {
      response.body = bytes
      if let contentType,
        !response.headers.contains(where: { $0.name.lowercased() == "content-type" })
      {
        response.headers.append(.init("Content-Type", contentType))
      }
    }
    self.response = response
    retryAfter = members[whole: "retry_after"]
    isDate = members[text: "retry_after_form"] == "date"
  }

  func replacement(now: Int64) -> FaultResponse? {
    guard let retryAfter else { return response }
    var response = response
    let value = isDate ? HTTPDate.text(now + Int64(retryAfter)) : "\(retryAfter)"
    response.headers.append(.init("Retry-After", value))
    return response
  }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    [.send(answer.bytes)]
  }
}
