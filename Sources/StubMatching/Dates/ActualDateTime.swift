import ContractMatching
import StubModel

/// How the date and time of a request is read.
struct ActualDateTime: Sendable {
  private enum Format: Sendable {
    /// ISO 8601 or a date of HTTP.
    case usual
    /// Seconds since 1970.
    case unix
    /// Milliseconds since 1970.
    case epoch
    case pattern(DateTimePattern)
  }

  private let format: Format
  private let truncation: DateTruncation?

  /// Reads the options of an operator.
  ///
  /// - Throws: ``StubProblem`` when the format or the truncation is not known.
  init(_ pattern: StubCursor) throws(StubProblem) {
    truncation = try pattern["truncateActual"].map { cursor throws(StubProblem) in
      try DateTruncation(cursor)
    }
    guard let format = pattern["actualFormat"] else {
      self.format = .usual
      return
    }
    switch try format.string() {
    case "unix": self.format = .unix
    case "epoch": self.format = .epoch
    case let text:
      do throws(RuleError) {
        self.format = .pattern(try DateTimePattern(text))
      } catch {
        throw format.problem(error.message)
      }
    }
  }

  /// The date that a text spells, or `nil`.
  func read(_ text: String) -> DateValue? {
    guard var value = untruncated(text) else { return nil }
    if let truncation { value.moment = truncation.apply(to: value.moment) }
    return value
  }

  private func untruncated(_ text: String) -> DateValue? {
    switch format {
    case .usual: return DateText.read(text)
    case .unix:
      return Int(text).map { DateValue(moment: Moment(secondsSinceEpoch: $0), isZoned: true) }
    case .epoch:
      return Int(text).map {
        DateValue(
          moment: Moment(secondsSinceEpoch: 0).adding(
            seconds: $0 / 1_000, nanoseconds: $0 % 1_000 * 1_000_000), isZoned: true)
      }
    case .pattern(let pattern):
      return pattern.moment(of: text).map { DateValue(moment: $0.moment, isZoned: $0.isZoned) }
    }
  }
}
