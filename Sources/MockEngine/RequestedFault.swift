import FaultModel

/// The fault that a request asks for itself, by the header field `X-Counterpart-Fault`.
enum RequestedFault {
  /// The name of the header field.
  static let field: StaticString = "x-counterpart-fault"

  /// The value of the field, or `nil` when it is not there.
  static func text(_ head: RequestHead, _ bytes: Span<UInt8>) -> String? {
    let line = head.lines.last { RequestHeadParser.equals(bytes, $0.name, field) }
    return line.map { RequestBuilder.text(bytes, $0.value) }
  }

  /// Reads `TYPE[,KEY=VALUE]…`, of which one may be `effect=before` or `effect=after`.
  static func read(_ text: String) throws(FaultError) -> (fault: HTTPFault, moment: FaultMoment?) {
    var parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let place = parts.firstIndex { $0.drop { $0 == " " }.hasPrefix("effect=") }
    guard let place else { return (try HTTPFault(text: text), nil) }
    let word = parts.remove(at: place).drop { $0 != "=" }.dropFirst()
    let fault = try HTTPFault(text: parts.joined(separator: ","))
    guard let moment = FaultMoment(rawValue: String(word)) else {
      throw FaultError("expected before or after for 'effect'")
    }
    if moment == .before, fault.needsAnswer {
      throw FaultError("'\(fault.type)' befalls an answer, which there is only after the effect")
    }
    return (fault, moment)
  }
}
