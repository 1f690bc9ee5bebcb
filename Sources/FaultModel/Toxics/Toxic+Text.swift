extension Toxic {
  /// Reads `TYPE[,KEY=VALUE]…` with the reserved keys `name`, `stream` and `toxicity`.
  ///
  /// - Throws: ``ToxicError`` that says what is wrong.
  package init(text: String) throws(ToxicError) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    var name: String?
    var stream = ToxicStream.downstream
    var toxicity = 1.0
    var attributes: [String: Double] = [:]
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: "=") else {
        throw ToxicError("'\(part)': expected KEY=VALUE")
      }
      let value = String(part[part.index(after: equals)...])
      switch String(part[..<equals]) {
      case "name": name = value
      case "stream":
        guard let known = ToxicStream(rawValue: value) else {
          throw ToxicError("stream '\(value)': expected upstream or downstream", .stream)
        }
        stream = known
      case "toxicity":
        guard let number = Double(value) else {
          throw ToxicError("toxicity '\(value)': expected 0 to 1")
        }
        toxicity = number
      case let key:
        guard let number = Double(value) else {
          throw ToxicError("\(key) '\(value)': expected a number")
        }
        attributes[key] = number
      }
    }
    try self.init(
      type: parts.first ?? "", name: name, stream: stream, toxicity: toxicity,
      attributes: attributes)
  }
}
