import ContractMatching
import StubModel

/// The date and time that a stub expects: a fixed one, or one that depends on the time of the request.
struct ExpectedDateTime: Sendable {
  private enum Base: Sendable {
    case now
    case fixed(DateValue)
  }

  private let base: Base
  private let offset: DateOffset?
  private let truncation: DateTruncation?
  private let truncatesLast: Bool

  /// Reads an operand such as `now +3 days` with its options.
  ///
  /// - Throws: ``StubProblem`` when it is no date, or an option cannot be used.
  init(_ operand: StubCursor, in pattern: StubCursor) throws(StubProblem) {
    let text = try operand.string()
    var offset: DateOffset?
    if text == "now" || text.hasPrefix("now ") {
      base = .now
      let rest = text.dropFirst(4)
      if !rest.allSatisfy({ $0 == " " }) {
        guard let given = DateOffset(rest) else {
          throw operand.problem("expected an amount and a unit behind 'now', such as '+3 days'")
        }
        offset = given
      }
    } else if let date = DateText.read(text) {
      base = .fixed(date)
    } else {
      throw operand.problem(
        "'\(text)' is no date: expected 'now', 'now +3 days', or ISO 8601 such as"
          + " 2026-01-31T12:00:00Z")
    }
    if let amount = pattern["expectedOffset"] {
      let unit = pattern["expectedOffsetUnit"]
      let number = try amount.integer(in: -100_000_000...100_000_000)
      guard let given = DateOffset(number, try unit?.string() ?? "seconds") else {
        throw (unit ?? amount).problem("expected seconds, minutes, hours, days, months or years")
      }
      offset = given
    }
    self.offset = offset
    truncation = try pattern["truncateExpected"].map { cursor throws(StubProblem) in
      try DateTruncation(cursor)
    }
    truncatesLast = try pattern["applyTruncationLast"]?.boolean() ?? false
  }

  /// The date and time for a request.
  func value(at now: Moment) -> DateValue {
    var value: DateValue
    switch base {
    case .now: value = DateValue(moment: now, isZoned: true)
    case .fixed(let fixed): value = fixed
    }
    if !truncatesLast, let truncation { value.moment = truncation.apply(to: value.moment) }
    if let offset { value.moment = offset.apply(to: value.moment) }
    if truncatesLast, let truncation { value.moment = truncation.apply(to: value.moment) }
    return value
  }
}
