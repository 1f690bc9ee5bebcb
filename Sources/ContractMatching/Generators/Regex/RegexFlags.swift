/// The options of a regular expression that change which texts match, or how it is read.
struct RegexFlags: Sendable {
  /// `i`: upper and lower case are the same.
  var ignoresCase = false
  /// `x`: white space and comments in the expression mean nothing.
  var isExtended = false
  /// `n`: only groups with a name are kept.
  var keepsNamedOnly = false

  /// Sets or clears an option.
  ///
  /// - Returns: whether the letter is known.
  mutating func set(_ letter: Unicode.Scalar, to value: Bool) -> Bool {
    switch letter {
    case "i": ignoresCase = value
    case "x": isExtended = value
    case "n": keepsNamedOnly = value
    // These change how much is taken, where lines end and which names are allowed.
    case "m", "s", "U", "J": break
    default: return false
    }
    return true
  }
}
