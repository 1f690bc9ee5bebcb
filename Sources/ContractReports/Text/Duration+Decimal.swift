extension Duration {
  /// The duration in seconds with exactly three decimals, e.g. `0.012`; negative ones are zero.
  var secondsText: String {
    let milliseconds = rounded(toUnitsOf: 1_000_000_000_000_000)
    return "\(milliseconds / 1_000)." + Self.threeDigits(milliseconds % 1_000)
  }

  /// The duration in milliseconds with at most three decimals, e.g. `12.4`; negative ones are zero.
  var millisecondsText: String {
    let microseconds = rounded(toUnitsOf: 1_000_000_000_000)
    var decimals = Self.threeDigits(microseconds % 1_000)
    while decimals.last == "0" { decimals.removeLast() }
    return "\(microseconds / 1_000)" + (decimals.isEmpty ? "" : "." + decimals)
  }

  /// The duration for a person: `12 ms`, and from a second on `1.25 s`.
  var readableText: String {
    let milliseconds = rounded(toUnitsOf: 1_000_000_000_000_000)
    guard milliseconds >= 1_000 else { return "\(milliseconds) ms" }
    return "\(milliseconds / 1_000)." + Self.threeDigits(milliseconds % 1_000).prefix(2) + " s"
  }

  /// The number of units of so many attoseconds, rounded; a unit divides a second.
  private func rounded(toUnitsOf attoseconds: Int64) -> Int64 {
    let parts = max(self, .zero).components
    return parts.seconds * (1_000_000_000_000_000_000 / attoseconds)
      + (parts.attoseconds + attoseconds / 2) / attoseconds
  }

  private static func threeDigits(_ number: Int64) -> String {
    number < 10 ? "00\(number)" : number < 100 ? "0\(number)" : String(number)
  }
}
