import ContractMatching
import JSONText

/// The condition of a filter.
indirect enum FilterExpression: Sendable {
  /// One of the conditions holds.
  case or([FilterExpression])
  /// All of the conditions hold.
  case and([FilterExpression])
  /// The condition does not hold.
  case not(FilterExpression)
  /// A path leads somewhere.
  case exists(FilterPath)
  /// Two operands compare.
  case comparison(FilterOperand, FilterOperator, FilterOperand)
}

/// A path in a filter.
struct FilterPath: Sendable {
  /// Whether it starts with `$` and not with `@`.
  let isAbsolute: Bool
  /// Its steps.
  let segments: [PathSegment]
}

/// One side of a comparison.
enum FilterOperand: Sendable {
  case path(FilterPath)
  case literal(FilterLiteral)
  case pattern(RegularExpression)
}

/// A literal of a filter.
struct FilterLiteral: Sendable {
  /// The value.
  let value: JSONValue
}

/// How two operands are compared.
enum FilterOperator: String, Sendable, CaseIterable {
  // Longer symbols first: the parser takes the first that fits.
  case same = "==="
  case notSame = "!=="
  case equal = "=="
  case notEqual = "!="
  case matches = "=~"
  case atLeast = ">="
  case atMost = "<="
  case above = ">"
  case below = "<"
  case subsetOf = "subsetof"
  case contains = "contains"
  case noneOf = "noneof"
  case anyOf = "anyof"
  case empty = "empty"
  case size = "size"
  case all = "all"
  case notIn = "nin"
  case oneOf = "in"

  /// Whether the operator is a word, which has to end where it ends.
  var isWord: Bool { rawValue.utf8.first.map { (97...122).contains($0) } ?? false }
}
