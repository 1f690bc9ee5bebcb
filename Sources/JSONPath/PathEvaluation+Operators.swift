import JSONText

extension PathEvaluation {
  /// Compares two values, of which either may be missing.
  mutating func compare(
    _ left: JSONValue?, _ comparison: FilterOperator, _ right: JSONValue?
  ) throws(JSONPathFailure) -> Bool {
    switch comparison {
    case .notEqual: return try !compare(left, .equal, right)
    case .notSame: return try !compare(left, .same, right)
    case .notIn: return try !compare(left, .oneOf, right)
    default: break
    }
    guard let left, let right else { return false }
    switch comparison {
    case .equal: return try areEqual(left, right)
    case .same: return left.kind == right.kind ? try areEqual(left, right) : false
    case .above, .below, .atLeast, .atMost: return isOrdered(left, comparison, right)
    case .oneOf: return try contains(right, left)
    case .contains:
      if let text = left.string, let part = right.string {
        try spend(text.utf8.count / 16 + 1)
        return text.hasPart(part)
      }
      return try contains(left, right)
    case .size:
      guard let count = JSONDecimal(right)?.count else { return false }
      if let text = left.string { return text.utf16.count == count }
      try spend(left.size(upTo: 16))
      return left.kind == .array || left.kind == .object ? left.count == count : false
    case .empty:
      guard let wanted = right.boolean else { return false }
      if let text = left.string { return text.isEmpty == wanted }
      return left.kind == .array || left.kind == .object ? left.isEmpty == wanted : false
    case .subsetOf: return try all(of: left, in: right)
    case .all: return try all(of: right, in: left)
    case .anyOf: return try any(of: left, in: right) == true
    case .noneOf: return try any(of: left, in: right) == false
    case .matches, .notEqual, .notSame, .notIn: return false
    }
  }

  private func isOrdered(
    _ left: JSONValue, _ comparison: FilterOperator, _ right: JSONValue
  ) -> Bool {
    if let mine = JSONDecimal(left), let theirs = JSONDecimal(right) {
      return Self.isOrdered(mine == theirs, mine < theirs, comparison)
    }
    guard let mine = left.string, let theirs = right.string else { return false }
    let isBelow = mine.utf16.lexicographicallyPrecedes(theirs.utf16)
    return Self.isOrdered(mine.isExactly(theirs), isBelow, comparison)
  }

  private static func isOrdered(
    _ isEqual: Bool, _ isBelow: Bool, _ comparison: FilterOperator
  ) -> Bool {
    switch comparison {
    case .below: isBelow
    case .atMost: isBelow || isEqual
    case .above: !isBelow && !isEqual
    default: !isBelow
    }
  }

  private mutating func contains(
    _ list: JSONValue, _ value: JSONValue
  ) throws(JSONPathFailure) -> Bool {
    for element in list.elements where try areEqual(value, element) { return true }
    return false
  }

  private mutating func all(
    of part: JSONValue, in list: JSONValue
  ) throws(JSONPathFailure) -> Bool {
    guard part.kind == .array, list.kind == .array else { return false }
    for element in part.elements where try !contains(list, element) { return false }
    return true
  }

  /// Whether a list has one of the elements; `nil` when either is no list.
  private mutating func any(
    of some: JSONValue, in list: JSONValue
  ) throws(JSONPathFailure) -> Bool? {
    guard some.kind == .array, list.kind == .array else { return nil }
    for element in some.elements where try contains(list, element) { return true }
    return false
  }
}

extension String {
  /// Whether a text stands in this one, byte for byte.
  func hasPart(_ part: String) -> Bool {
    let (mine, theirs) = (Array(utf8), Array(part.utf8))
    guard let first = theirs.first else { return true }
    guard theirs.count <= mine.count else { return false }
    for start in 0...mine.count - theirs.count where mine[start] == first {
      if mine[start..<start + theirs.count].elementsEqual(theirs) { return true }
    }
    return false
  }
}
