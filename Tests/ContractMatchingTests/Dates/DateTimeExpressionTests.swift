import ContractMatching
import Testing

@Suite struct DateTimeExpressionTests {
  /// A Friday.
  private static let base = Moment(
    year: 2000, month: 3, day: 31, hour: 10, minute: 15, second: 30, nanosecond: 5)

  private func result(
    _ text: String, _ kind: DateTimeExpression.Kind, from base: Moment = Self.base
  ) throws -> String {
    let moment = try DateTimeExpression(text, kind).moment(from: base)
    let pattern =
      kind == .date ? "uuuu-MM-dd" : kind == .time ? "HH:mm:ss.SSS" : "uuuu-MM-dd HH:mm:ss"
    return try DateTimePattern(pattern).format(moment)
  }

  @Test(arguments: [
    ("", "2000-03-31"), ("  ", "2000-03-31"), ("now", "2000-03-31"), ("today", "2000-03-31"),
    ("yesterday", "2000-03-30"), ("tomorrow", "2000-04-01"), ("+ 1 day", "2000-04-01"),
    ("+1day", "2000-04-01"), ("+ 3 weeks", "2000-04-21"), ("- 2 weeks", "2000-03-17"),
    ("today + 1 month", "2000-04-30"), ("- 1 month", "2000-02-29"), ("+ 4 years", "2004-03-31"),
    ("- 1 month + 1 year", "2001-02-28"), ("tomorrow+ 4 years", "2004-04-01"),
    ("next day", "2000-04-01"), ("last day", "2000-03-30"), ("next week", "2000-04-07"),
    ("last month", "2000-02-29"), ("next year", "2001-03-31"), ("next fortnight", "2000-04-14"),
    ("last fortnight", "2000-03-17"), ("next weeks", "2000-04-07"), ("+ 0 days", "2000-03-31"),
    ("TODAY + 1 Day", "2000-04-01"), ("\ttoday\n+ 1 day", "2000-04-01"),
    ("+ 1 day - 2 weeks", "2000-03-18"), ("last month + 1 month", "2000-03-29"),
  ])
  func `dates are counted from the day`(text: String, expected: String) throws {
    #expect(try result(text, .date) == expected)
  }

  @Test(arguments: [
    ("next friday", "2000-04-07"), ("last friday", "2000-03-24"), ("next sat", "2000-04-01"),
    ("last saturday", "2000-03-25"), ("next mon", "2000-04-03"), ("last thurs", "2000-03-30"),
    ("next monday - 2 days", "2000-04-01"), ("next tue", "2000-04-04"), ("next tues", "2000-04-04"),
    ("next wed", "2000-04-05"), ("last thu", "2000-03-30"), ("last Sunday", "2000-03-26"),
  ])
  func `weekdays are after or before today`(text: String, expected: String) throws {
    #expect(try result(text, .date) == expected)
  }

  @Test(arguments: [
    ("next april", "2000-04-01"), ("next march", "2001-03-01"), ("last march", "1999-03-01"),
    ("last february", "2000-02-01"), ("last dec", "1999-12-01"), ("next jan", "2001-01-01"),
    ("next sept", "2000-09-01"), ("next june + 2 weeks", "2000-06-15"), ("next may", "2000-05-01"),
    ("last december + 2 weeks + 4 days", "1999-12-19"), ("last febuary", "2000-02-01"),
  ])
  func `months are their first day`(text: String, expected: String) throws {
    #expect(try result(text, .date) == expected)
  }

  @Test(arguments: [
    ("", "10:15:30.000"), ("now", "10:15:30.000"), ("noon", "12:00:00.000"),
    ("midnight", "00:00:00.000"), ("1 o'clock", "13:00:00.000"), ("1 o'clock am", "01:00:00.000"),
    ("1 o'clock pm", "13:00:00.000"), ("12 o'clock am", "12:00:00.000"),
    ("12 o'clock pm", "00:00:00.000"), ("next hour", "11:15:30.000"),
    ("last minute", "10:14:30.000"), ("next hours", "11:15:30.000"),
    ("+ 10 minutes - 3 seconds", "10:25:27.000"), ("+ 4 milliseconds", "10:15:30.004"),
    ("- 1 millisecond", "10:15:29.999"), ("midnight+ 4 minutes", "00:04:00.000"),
    ("11 O'Clock PM - 1 hour", "22:00:00.000"), ("next second + 1 minute", "10:16:31.000"),
  ])
  func `times are counted from the time`(text: String, expected: String) throws {
    #expect(try result(text, .time) == expected)
  }

  @Test func `an hour without am or pm is of the other half of the day`() throws {
    let evening = Moment(year: 2000, month: 3, day: 31, hour: 20)
    #expect(try result("1 o'clock", .time, from: evening) == "01:00:00.000")
    #expect(try result("12 o'clock", .time, from: evening) == "12:00:00.000")
  }

  @Test(arguments: [
    ("", "2000-03-31 10:15:30"), ("@", "2000-03-31 10:15:30"), ("tomorrow", "2000-04-01 10:15:30"),
    ("next week @ + 1 hour", "2000-04-07 11:15:30"), ("@ noon", "2000-03-31 12:00:00"),
    ("tomorrow @", "2000-04-01 10:15:30"), ("yesterday @ midnight - 1 hour", "2000-03-29 23:00:00"),
    ("+ 4 years @ 3 o'clock + 40 milliseconds", "2004-03-31 15:00:00"),
    ("@+ 14 hours", "2000-04-01 00:15:30"), ("today @ 12 o'clock pm", "2000-04-01 00:00:00"),
  ])
  func `a date and a time are joined by an at sign`(text: String, expected: String) throws {
    #expect(try result(text, .dateTime) == expected)
  }

  @Test func `the offset stays`() throws {
    let base = Moment(year: 2000, month: 3, day: 31, hour: 1, offsetSeconds: 7_200)
    let moment = try DateTimeExpression("tomorrow @ noon", .dateTime).moment(from: base)
    #expect(moment == Moment(year: 2000, month: 4, day: 1, hour: 12, offsetSeconds: 7_200))
  }

  @Test(arguments: [
    ("+ 9223372036854775807 years", "999999999"), ("- 9223372036854775807 weeks", "-999999999"),
    ("+ 9223372036854775807 days + 9223372036854775807 months", "999999999"),
  ])
  func `large numbers end in the first or last year`(text: String, year: String) throws {
    let moment = try DateTimeExpression(text, .date).moment(from: Self.base)
    #expect(moment.year == Int(year))
  }
}
