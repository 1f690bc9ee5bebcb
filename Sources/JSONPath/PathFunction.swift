/// A function at the end of a path.
enum PathFunction: String, Sendable, CaseIterable {
  case length, size, min, max, avg, sum, stddev, keys, concat, append, first, last, index

  /// How many arguments it takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .length, .size: 0...1
    case .keys, .first, .last: 0...0
    case .index: 1...1
    case .append: 1...64
    case .min, .max, .avg, .sum, .stddev, .concat: 0...64
    }
  }
}
