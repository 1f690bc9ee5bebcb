import ContractModel
import JSONText

extension MatchingRuleSet {
  /// Whether a rule has generators in it: the variants of `arrayContains` may.
  var holdsGenerators: Bool {
    rules.contains { rule in
      (rule["variants"] ?? .null).elements.contains { $0["generators"] != nil }
    }
  }

  /// Whether somewhere in rules there is the key `generators`, which is quicker to ask than to read
  /// the rules.
  static func mayHoldGenerators(_ rules: JSONValue) -> Bool {
    let word = Array("\"generators\"".utf8)
    let document = rules.document
    return (rules.node..<document.tape[Int(rules.node)].next).contains { node in
      let node = document.tape[Int(node)]
      guard node.kind == .string, node.length == word.count else { return false }
      let start = Int(node.start)
      return document.bytes[start..<start + word.count].elementsEqual(word)
    }
  }
}
