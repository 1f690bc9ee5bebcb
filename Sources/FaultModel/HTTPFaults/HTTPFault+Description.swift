extension HTTPFault: CustomStringConvertible {
  /// The fault as `TYPE[,KEY=VALUE]…`.
  public var description: String {
    let parts = members.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return ([type] + parts).joined(separator: ",")
  }
}

extension FaultValue: CustomStringConvertible {
  /// The value; of what is longer than a line, its size.
  package var description: String {
    switch self {
    case .number(let ramp) where ramp.from == ramp.to: ToxicNumber.text(ramp.from)
    case .number(let ramp): "\(ToxicNumber.text(ramp.from))…\(ToxicNumber.text(ramp.to))"
    case .text(let text): text
    case .fields(let fields): "\(fields.count) fields"
    case .body(let bytes, _): "\(bytes.count) bytes"
    }
  }
}
