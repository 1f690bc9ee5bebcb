import ContractMatching
import JSONText

/// The helpers that are true or false, alone or with a body.
enum ConditionHelpers {
  static let all: [TemplateHelper] = [
    .condition("eq", 2...2) { _, call in areEqual(call[0], call[1]) },
    .condition("neq", 2...2) { _, call in !areEqual(call[0], call[1]) },
    .condition("ne", 2...2) { _, call in !areEqual(call[0], call[1]) },
    .condition("gt", 2...2) { _, call in order(call[0], call[1]) > 0 },
    .condition("gte", 2...2) { _, call in order(call[0], call[1]) >= 0 },
    .condition("lt", 2...2) { _, call in order(call[0], call[1]) < 0 },
    .condition("lte", 2...2) { _, call in order(call[0], call[1]) <= 0 },
    .condition("and", 1...1_000) { _, call in call.arguments.allSatisfy(\.isTrue) },
    .condition("or", 1...1_000) { _, call in call.arguments.contains(where: \.isTrue) },
    .condition("not", 1...1) { _, call in !call[0].isTrue },
    .condition("isEven", 1...1) { _, call in parity(call[0]) == 0 },
    .condition("isOdd", 1...1) { _, call in parity(call[0]) == 1 },
    .condition("contains", 2...2) { rendering, call throws(TemplateFailure) in
      if let elements = call[0].elements, !call[0].isSingle {
        return elements.contains { areEqual($0, call[1]) }
      }
      let (text, part) = (call[0].text, call[1].text)
      try rendering.spend(text.utf8.count / 64 * part.utf8.count)
      return text.range(ofText: part) != nil
    },
    .condition("matches", 2...2) { _, call throws(TemplateFailure) in
      guard let pattern = SearchExpression(call[1].text, isWhole: true) else {
        throw TemplateFailure("matches: '\(call[1].text)' is no regular expression")
      }
      return pattern.firstMatch(in: call[0].text) != nil
    },
  ]

  /// Whether two values are the same number, or else print the same.
  static func areEqual(_ left: TemplateValue, _ right: TemplateValue) -> Bool {
    if left.isMissing || right.isMissing { return left.isMissing && right.isMissing }
    if let mine = left.number, let theirs = right.number { return mine == theirs }
    return left.text.isExactly(right.text)
  }

  private static func order(_ left: TemplateValue, _ right: TemplateValue) -> Int {
    if let mine = left.number, let theirs = right.number {
      return mine < theirs ? -1 : mine > theirs ? 1 : 0
    }
    if case .moment(let mine) = left, case .moment(let theirs) = right {
      let (mine, theirs) = (mine.secondsSinceEpoch, theirs.secondsSinceEpoch)
      return mine < theirs ? -1 : mine > theirs ? 1 : 0
    }
    let (mine, theirs) = (left.text, right.text)
    if mine.isExactly(theirs) { return 0 }
    return mine.utf16.lexicographicallyPrecedes(theirs.utf16) ? -1 : 1
  }

  private static func parity(_ value: TemplateValue) -> Int? {
    value.number.flatMap { Int(exactly: $0) }.map { abs($0 % 2) }
  }
}

extension String {
  /// Where a text stands in this one first, byte for byte.
  func range(ofText part: String) -> Range<Int>? {
    let (mine, theirs) = (Array(utf8), Array(part.utf8))
    guard let first = theirs.first else { return 0..<0 }
    guard theirs.count <= mine.count else { return nil }
    for start in 0...mine.count - theirs.count where mine[start] == first {
      if mine[start..<start + theirs.count].elementsEqual(theirs) {
        return start..<start + theirs.count
      }
    }
    return nil
  }
}
