/// The fault that a request asks for itself, by the header field `X-Counterpart-Fault`.
enum RequestedFault {
  /// The name of the header field.
  static let field: StaticString = "x-counterpart-fault"

  /// The value of the field, or `nil` when it is not there.
  static func text(_ head: RequestHead, _ bytes: Span<UInt8>) -> String? {
    let line = head.lines.last { RequestHeadParser.equals(bytes, $0.name, field) }
    return line.map { RequestBuilder.text(bytes, $0.value) }
  }
}
