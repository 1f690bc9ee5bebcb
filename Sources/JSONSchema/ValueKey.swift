import JSONText

/// A value by its meaning in JSON Schema, for sets: numbers are equal by value (`1` is `1.0`).
struct ValueKey: Hashable, Sendable {
  /// The value.
  let value: JSONValue

  /// Containers deeper than this are compared by their text.
  private static let depthLimit = 512

  static func == (left: ValueKey, right: ValueKey) -> Bool {
    isEqual(left.value, right.value, depth: 0)
  }

  func hash(into hasher: inout Hasher) { Self.hash(value, into: &hasher, depth: 0) }

  private static func isEqual(_ left: JSONValue, _ right: JSONValue, depth: Int) -> Bool {
    guard left.kind == right.kind else { return false }
    switch left.kind {
    case .number: return JSONDecimal(left) == JSONDecimal(right)
    case .array where depth < depthLimit:
      return left.elements.elementsEqual(right.elements) { isEqual($0, $1, depth: depth + 1) }
    case .object where depth < depthLimit:
      let (mine, theirs) = (left.memberIndex, right.memberIndex)
      return mine.count == theirs.count
        && mine.allSatisfy { key, value in
          theirs[key].map { isEqual(value, $0, depth: depth + 1) } ?? false
        }
    case .array, .object: return left.text == right.text
    case .null, .boolean, .string: return left == right
    }
  }

  private static func hash(_ value: JSONValue, into hasher: inout Hasher, depth: Int) {
    hasher.combine(value.kind)
    switch value.kind {
    case .null: break
    case .boolean: hasher.combine(value.boolean)
    case .string: hasher.combine(value.string)
    case .number: hasher.combine(JSONDecimal(value))
    case .array where depth < depthLimit:
      for element in value.elements { hash(element, into: &hasher, depth: depth + 1) }
    case .object where depth < depthLimit:
      // Members have no order: their hashes are added up.
      var sum = 0
      for (key, value) in value.memberIndex {
        var part = hasher
        part.combine(key)
        hash(value, into: &part, depth: depth + 1)
        sum &+= part.finalize()
      }
      hasher.combine(sum)
    case .array, .object: break
    }
  }
}
