extension JSONValue: Hashable {
  /// Whether two values mean the same; see ``JSONValue``.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    if left.document === right.document, left.node == right.node { return true }
    guard left.kind == right.kind else { return false }
    switch left.kind {
    case .null: return true
    case .boolean: return left.boolean == right.boolean
    case .number: return left.hasSameNumber(as: right)
    case .string: return left.hasSameString(as: right)
    case .array: return left.elements.elementsEqual(right.elements)
    case .object: return left.hasSameMembers(as: right)
    }
  }

  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(document.meaningHash(of: node)) }

  /// Whether two keys of members are the same.
  package func hasSameKey(as other: JSONValue) -> Bool {
    entry.hash == other.entry.hash && hasSameString(as: other)
  }

  package func hasSameString(as other: JSONValue) -> Bool {
    if entry.flags.contains(.escaped) || other.entry.flags.contains(.escaped) {
      return (string ?? "").isExactly(other.string ?? "")
    }
    guard entry.length == other.entry.length else { return false }
    return document.bytes[byteRange].elementsEqual(other.document.bytes[other.byteRange])
  }

  private func hasSameNumber(as other: JSONValue) -> Bool {
    guard isInteger == other.isInteger else { return false }
    let (mine, theirs) = (document.bytes[byteRange], other.document.bytes[other.byteRange])
    return mine.elementsEqual(theirs) || JSONNumber(mine) == JSONNumber(theirs)
  }

  private func hasSameMembers(as other: JSONValue) -> Bool {
    let theirs = other.memberIndex
    let mine = memberIndex
    guard mine.count == theirs.count else { return false }
    for (key, value) in mine {
      guard let counterpart = theirs[key], value == counterpart else { return false }
    }
    return true
  }

  /// The members by key, of duplicates the last.
  package var memberIndex: [ExactText: JSONValue] {
    var index: [ExactText: JSONValue] = [:]
    for member in members { index[ExactText(member.name)] = member.value }
    return index
  }
}
