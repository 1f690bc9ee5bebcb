extension HTTPFault {
  /// Reads `TYPE[,KEY=VALUE]…`, e.g. `latency,latency=300,jitter=50`.
  ///
  /// - Throws: ``FaultError`` that says what is wrong.
  public init(text: String) throws(FaultError) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(part.drop { $0 == " " })
    }
    let type = parts.first ?? ""
    let kind = try HTTPFaultTable.kind(type)
    var values: [String: FaultValue] = [:]
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: "=") else {
        throw FaultError("'\(part)': expected KEY=VALUE")
      }
      let name = String(part[..<equals])
      let text = String(part[part.index(after: equals)...])
      guard let member = kind.members.first(where: { $0.name == name }) else {
        throw FaultError(
          "'\(type)' has no '\(name)', it has \(kind.members.map(\.name).joined(separator: ", "))")
      }
      values[name] = try member.value(text)
    }
    try self.init(type: type, members: FaultMembers(values))
  }
}

extension FaultMember {
  /// The value that a text means.
  fileprivate func value(_ text: String) throws(FaultError) -> FaultValue {
    switch kind {
    case .whole, .number:
      guard let number = Double(text), number.isFinite else {
        throw FaultError("\(name) '\(text)': expected a number")
      }
      return .number(FaultRamp(number))
    case .choice, .text: return .text(text)
    case .body: return .body(Array(text.utf8), contentType: "text/plain; charset=utf-8")
    case .fields: throw FaultError("'\(name)' can only be given in a fault script")
    }
  }
}
