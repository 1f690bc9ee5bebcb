extension Duration {
  /// The duration in seconds with exactly three decimals, e.g. `0.012`; negative ones are zero.
  var secondsText: String {
    let milliseconds = rounded(toUnitsOf: 1_000_000_000_000_000)
    return "\(milliseconds / 1_000)." + Self.threeDigits(milliseconds % 1_000)
  }

  /// The duration in milliseconds with at most three decimals, e.g. `12.4`; negative ones are zero.
  var millisecondsText: String {
    let microseconds = rounded(toUnitsOf: 1_000_000_000_000)
    let whole = String(microseconds / 1_000)
    var decimals = microseconds % 1_000
    guard decimals > 0 else { return whole }
    var digits = 3
    while decimals % 10 == 0 {
      decimals /= 10
      digits -= 1
    }
    let text = String(decimals)
    return whole + (text.utf8.count == digits ? "." : text.utf8.count + 1 == digits ? ".0" : ".00")
      + text
  }

  /// The duration for a person: `12 ms`, and from a second on `1.25 s`.
  var readableText: String {
    let milliseconds = rounded(toUnitsOf: 1_000_000_000_000_000)
    guard milliseconds >= 1_000 else { return "\(milliseconds) ms" }
    return "\(milliseconds / 1_000)." + Self.threeDigits(milliseconds % 1_000).prefix(2) + " s"
  }

  /// The number of units of so many attoseconds, rounded; a unit divides a second.
  private func rounded(toUnitsOf attoseconds: Int64) -> Int64 {
    let parts = components
    guard parts.seconds >= 0, parts.attoseconds >= 0 else { return 0 }
    return parts.seconds * (1_000_000_000_000_000_000 / attoseconds)
      + (parts.attoseconds + attoseconds / 2) / attoseconds
  }

  private static func threeDigits(_ number: Int64) -> String {
    number < 10 ? "00\(number)" : number < 100 ? "0\(number)" : String(number)
  }
}
