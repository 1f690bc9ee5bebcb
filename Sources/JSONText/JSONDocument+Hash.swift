extension JSONDocument {
  /// A hash of what a value means: equal values have the same, whatever the order of their members and
  /// the spelling of their strings and numbers.
  ///
  /// - Parameter node: the value's node.
  package func meaningHash(of node: UInt32) -> Int {
    let entry = tape[Int(node)]
    var hasher = Hasher()
    hasher.combine(entry.kind)
    switch entry.kind {
    case .null: break
    case .boolean: hasher.combine(entry.flags.rawValue)
    case .string: hasher.combine(text(of: node))
    case .number:
      let start = Int(entry.start)
      let number = JSONNumber(bytes[start..<start + Int(entry.length)])
      hasher.combine(entry.flags.rawValue)
      hasher.combine(number.isNegative)
      hasher.combine(number.digits)
      hasher.combine(number.exponent)
    case .array:
      var element = node + 1
      while element < entry.next {
        hasher.combine(meaningHash(of: element))
        element = tape[Int(element)].next
      }
    case .object:
      // Members have no order: their hashes are added up. Of duplicate keys only the last counts.
      var last: [ExactText: Int] = [:]
      var sum = 0
      var key = node + 1
      while key < entry.next {
        let name = text(of: key)
        var member = Hasher()
        member.combine(name)
        member.combine(meaningHash(of: key + 1))
        let hash = member.finalize()
        if !duplicateKeys.isEmpty, let earlier = last.updateValue(hash, forKey: name) {
          sum &-= earlier
        }
        sum &+= hash
        key = tape[Int(key + 1)].next
      }
      hasher.combine(sum)
    }
    return hasher.finalize()
  }

  private func text(of node: UInt32) -> ExactText {
    ExactText(JSONValue(document: self, node: node).string ?? "")
  }
}
