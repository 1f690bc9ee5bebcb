import ContractMatching
import Testing

@Suite struct DateTimeFormatTests {
  private static let moment = Moment(
    year: 2000, month: 3, day: 31, hour: 10, minute: 5, second: 30, nanosecond: 123_456_789,
    offsetSeconds: 5_400)

  @Test(arguments: [
    ("yyyy-MM-dd'T'HH:mm:ssXXX", "2000-03-31T10:05:30+01:30"), ("y yy yyyyy", "2000 00 02000"),
    ("M MM MMM MMMM MMMMM", "3 03 Mar March M"), ("E EEEE EEEEE e c", "Fri Friday F 5 5"),
    ("d D DDD", "31 91 091"), ("H k K h a", "10 10 10 10 AM"), ("m mm s", "5 05 30"),
    ("S SSS SSSSSSSSS", "1 123 123456789"), ("n A", "123456789 36330123"), ("N", "36330123456789"),
    ("G GGGG GGGGG", "AD Anno Domini A"), ("Q QQ QQQ QQQQ", "1 01 Q1 1st quarter"),
    ("YYYY-'W'ww-e W F", "2000-W13-5 5 5"), ("B BBBBB", "in the morning in the morning"),
    ("x xx xxx X XX XXX", "+0130 +0130 +01:30 +0130 +0130 +01:30"),
    ("Z ZZZZ ZZZZZ O OOOO", "+0130 GMT+01:30 +01:30 GMT+1:30 GMT+01:30"),
    ("VV z zzzz", "GMT+01:30 GMT+01:30 GMT+01:30"), ("ppppH|pd|ppppMMM", "  10|31| Mar"),
    ("HH[:mm[:ss]]", "10:05:30"), ("'o''clock' ''é", "o'clock 'é"), ("", ""),
  ])
  func `prints as Java does`(pattern: String, expected: String) throws {
    #expect(try DateTimePattern(pattern).format(Self.moment) == expected)
  }

  @Test(arguments: [
    ("x xx xxx xxxx xxxxx", "+00 +0000 +00:00 +0000 +00:00"), ("X XX XXX XXXXX", "Z Z Z Z"),
    ("Z ZZZZ ZZZZZ O", "+0000 GMT Z GMT"), ("VV z zzzz", "UTC UTC UTC"),
    ("uuuu y G", "-0043 44 BC"), ("H k K h a B", "0 24 0 12 AM midnight"),
  ])
  func `prints UTC, midnight and years before the year 1`(pattern: String, text: String) throws {
    let moment = Moment(year: -43, month: 3, day: 15)
    #expect(try DateTimePattern(pattern).format(moment) == text)
  }

  @Test func `long years have a sign`() throws {
    let moment = Moment(year: 12_345, month: 1, day: 1, offsetSeconds: -30)
    #expect(try DateTimePattern("yyyy y XXX XXXXX").format(moment) == "+12345 12345 Z -00:00:30")
  }

  @Test(arguments: RandomPattern.known + RandomPattern.make(count: 400, seed: 7))
  func `what is printed matches`(pattern: String) throws {
    let compiled = try DateTimePattern(pattern)
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<100 {
      let moment = Moment(
        secondsSinceEpoch: Int.random(in: -60_000_000_000...300_000_000_000, using: &numbers),
        nanoseconds: Int.random(in: 0...999_999_999, using: &numbers),
        offsetSeconds: Bool.random(using: &numbers)
          ? Int.random(in: -64_800...64_800, using: &numbers)
          : Int.random(in: -36...36, using: &numbers) * 1_800)
      let text = compiled.format(moment)
      guard let difference = compiled.difference(of: text) else { continue }
      Issue.record("\(text): \(difference)")
      break
    }
  }
}
