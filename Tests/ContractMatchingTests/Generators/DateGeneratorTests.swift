import ContractMatching
import JSONText
import Testing

@Suite struct DateGeneratorTests {
  @Test(arguments: [
    (#"{"type": "Date"}"#, "2026-11-22"), (#"{"type": "Time"}"#, "15:16:15"),
    (#"{"type": "DateTime"}"#, "2026-11-22T15:16:15Z"),
    (#"{"type": "Date", "expression": "today + 1 month"}"#, "2026-12-22"),
    (#"{"type": "Date", "expression": ""}"#, "2026-11-22"),
    (#"{"type": "Date", "format": null, "expression": null}"#, "2026-11-22"),
    (#"{"type": "Date", "format": "dd/MM/yy", "expression": "tomorrow"}"#, "23/11/26"),
    (#"{"type": "Time", "format": "HH:mm", "expression": "+ 2 hours"}"#, "17:16"),
    (#"{"type": "Time", "expression": "noon"}"#, "12:00:00"),
    (
      #"{"type": "DateTime", "format": "yyyy-MM-dd HH:mm", "expression": "next week @ + 1 hour"}"#,
      "2026-11-29 16:16"
    ),
  ])
  func `starts from the time of the context`(generator: String, expected: String) throws {
    let value = try GeneratorTesting.value(generator, try GeneratorTesting.context())
    #expect(value.string == expected)
  }

  @Test func `each kind may start from a moment of its own`() throws {
    var context = try GeneratorTesting.context()
    context.baseDate = Moment(year: 2000, month: 1, day: 2)
    context.baseTime = Moment(year: 2001, month: 1, day: 2, hour: 3)
    context.baseDateTime = Moment(
      year: 2002, month: 1, day: 2, hour: 4, offsetSeconds: 3_600)
    let body = try GeneratorTesting.body(
      #"["x", "x", "x"]"#,
      #"{"$[0]": {"type": "Date"}, "$[1]": {"type": "Time"}, "$[2]": {"type": "DateTime"}}"#,
      context)
    #expect(body == #"["2000-01-02","03:00:00","2002-01-02T04:00:00+01:00"]"#)
  }

  @Test(arguments: ["yyyy-MM-dd", "dd.MM.yyyy", "EEEE, d MMMM yyyy", "yyyyMMdd", "YYYY-'W'ww-e"])
  func `dates can be read by their pattern`(format: String) throws {
    let pattern = try DateTimePattern(format)
    for days in stride(from: -40_000, through: 40_000, by: 97) {
      var context = try GeneratorTesting.context()
      context.now = GeneratorTesting.now.adding(days: days)
      let value = try GeneratorTesting.value(#"{"type": "Date", "format": "\#(format)"}"#, context)
      #expect(pattern.difference(of: value.string ?? "") == nil)
    }
  }
}
