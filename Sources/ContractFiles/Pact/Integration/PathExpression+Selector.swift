import ContractModel

extension PathExpression {
  /// The path so that reading it gives the same steps, or `nil` when a key cannot be written.
  var selector: String? {
    var text = "$"
    for token in tokens {
      guard let step = Self.exactStep(token) else { return nil }
      text += step
    }
    return text
  }

  private static func exactStep(_ token: Token) -> String? {
    switch token {
    case .index(let index): return "[\(index)]"
    case .anyMember: return ".*"
    case .anyElement: return "[*]"
    case .key(let name):
      if name.isEmpty || name.contains("'") && name.contains("\"") { return nil }
      if name.contains("'") { return "[\"\(name)\"]" }
      // Digits alone would read as an index.
      let isNumber = name.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return isNumber ? "['\(name)']" : step(name)
    }
  }
}
