import JSONText

/// `number`, `integer` and `decimal`: a JSON number of that kind; in texts, one that is spelt so.
struct NumberRule: MatchingRule {
  /// The kinds of number.
  enum Kind: String, Sendable {
    case number, integer, decimal
  }

  let kind: Kind
  var name: String { kind.rawValue }

  func accepts(like example: ValueKinds) -> ValueKinds {
    switch kind {
    case .number: .number
    case .integer: .integer
    case .decimal: .decimal
    }
  }

  func difference(of actual: Operand, from expected: Operand) -> String? {
    let found =
      switch actual {
      case .json(let value): value.isInteger ? Kind.integer : value.isDecimal ? .decimal : nil
      case .text(let text): Self.kind(of: text)
      case .bytes: Self.kind(of: actual.string)
      }
    if let found, kind == .number || found == kind { return nil }
    let what =
      switch kind {
      case .number: "a number"
      case .integer: "an integer"
      case .decimal: "a decimal number"
      }
    return "Expected \(actual.described) to be \(what)"
  }

  /// The kind of number that a text spells: digits with a sign are an integer, with a fraction or an
  /// exponent a decimal number.
  private static func kind(of text: String) -> Kind? {
    var bytes = Array(text.utf8)[...]
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      bytes.removeFirst()
    }
    func digits() -> Bool {
      let count = bytes.prefix { (0x30...0x39).contains($0) }.count
      bytes.removeFirst(count)
      return count > 0
    }
    guard digits() else { return nil }
    guard !bytes.isEmpty else { return .integer }
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      guard digits() else { return nil }
    }
    if let byte = bytes.first, byte | 0x20 == UInt8(ascii: "e") {
      bytes.removeFirst()
      if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        bytes.removeFirst()
      }
      guard digits() else { return nil }
    }
    return bytes.isEmpty ? .decimal : nil
  }
}
