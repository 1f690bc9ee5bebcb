import ContractMatching

/// An amount of time to go forward, or back when it is below 0.
struct DateOffset: Sendable, Hashable {
  private enum Unit: Sendable, Hashable {
    case seconds(Int)
    case days(Int)
    case months(Int)
  }

  private let amount: Int
  private let unit: Unit

  /// The units by their names.
  private static let units: [String: Unit] = [
    "second": .seconds(1), "minute": .seconds(60), "hour": .seconds(3_600), "day": .days(1),
    "week": .days(7), "month": .months(1), "year": .months(12),
  ]

  /// Takes an amount of a unit, such as `days`; `nil` for a unit that is not known, or too much.
  init?(_ amount: Int, _ unit: String) {
    let name = unit.lowercased()
    guard abs(amount) <= 100_000_000,
      let known = Self.units[name]
        ?? (name.hasSuffix("s") ? Self.units[String(name.dropLast())] : nil)
    else { return nil }
    self.amount = amount
    self.unit = known
  }

  /// Reads `+3 days`, `-2 months` or `3 days`.
  init?(_ text: Substring) {
    let words = text.split(separator: " ")
    guard words.count == 2 else { return nil }
    let sign = words[0].hasPrefix("+") ? words[0].dropFirst() : words[0]
    guard let amount = Int(sign) else { return nil }
    self.init(amount, String(words[1]))
  }

  /// The moment that much later.
  func apply(to moment: Moment) -> Moment {
    switch unit {
    case .seconds(let seconds): moment.adding(seconds: amount * seconds)
    case .days(let days): moment.adding(days: amount * days)
    case .months(let months): moment.adding(months: amount * months)
    }
  }
}
