import ContractMatching
import Testing

@Suite struct MomentTests {
  @Test(arguments: [
    (0, 0, "1970-01-01T00:00:00Z"), (-1, 0, "1969-12-31T23:59:59Z"),
    (951_782_400, 0, "2000-02-29T00:00:00Z"), (954_497_730, 0, "2000-03-31T10:15:30Z"),
    (954_497_730, 7_200, "2000-03-31T12:15:30+02:00"),
    (954_497_730, -45_000, "2000-03-30T21:45:30-12:30"),
    (253_402_300_799, 0, "9999-12-31T23:59:59Z"), (253_402_300_800, 0, "+10000-01-01T00:00:00Z"),
    (-62_135_596_800, 0, "0001-01-01T00:00:00Z"), (-62_135_596_801, 0, "0000-12-31T23:59:59Z"),
    (-62_167_219_201, 0, "-0001-12-31T23:59:59Z"),
  ])
  func `a moment is found from the seconds since 1970`(
    seconds: Int, offset: Int, expected: String
  ) throws {
    let moment = Moment(secondsSinceEpoch: seconds, offsetSeconds: offset)
    #expect(try DateTimePattern("uuuu-MM-dd'T'HH:mm:ssXXX").format(moment) == expected)
    #expect(moment.secondsSinceEpoch == seconds)
  }

  @Test func `the days of 400 years follow each other`() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var moment = Moment(year: 1900, month: 1, day: 1)
    var weekday = 1  // It was a Monday.
    for year in 1900..<2300 {
      let isLeap = (year % 4 == 0 && year % 100 != 0) || year == 2000
      var dayOfYear = 0
      for (month, length) in lengths.enumerated() {
        for day in 1...(month == 1 && isLeap ? 29 : length) {
          dayOfYear += 1
          let found = [moment.year, moment.month, moment.day, moment.dayOfYear, moment.dayOfWeek]
          guard found == [year, month + 1, day, dayOfYear, weekday] else {
            Issue.record("\(found) instead of \(year)-\(month + 1)-\(day)")
            return
          }
          moment = Moment(secondsSinceEpoch: moment.secondsSinceEpoch + 86_400)
          weekday = weekday % 7 + 1
        }
      }
    }
  }

  @Test(arguments: [
    (2004, 12, 31, 2004, 53, 5), (2005, 1, 1, 2004, 53, 0), (2005, 1, 3, 2005, 1, 1),
    (2008, 12, 29, 2009, 1, 5), (2010, 1, 3, 2009, 53, 0), (2020, 12, 31, 2020, 53, 5),
    (2021, 1, 4, 2021, 1, 1), (2024, 2, 29, 2024, 9, 5), (2023, 1, 1, 2022, 52, 0),
  ])
  func `weeks are those of ISO 8601`(
    year: Int, month: Int, day: Int, weekBasedYear: Int, week: Int, weekOfMonth: Int
  ) {
    let moment = Moment(year: year, month: month, day: day)
    #expect(moment.weekBasedYear == weekBasedYear)
    #expect(moment.weekOfYear == week)
    #expect(moment.weekOfMonth == weekOfMonth)
  }

  @Test func `fields out of range get the nearest value`() {
    let low = Moment(
      year: .min, month: .min, day: .min, hour: .min, minute: .min, second: .min, nanosecond: .min,
      offsetSeconds: .min)
    #expect(
      low == Moment(year: -999_999_999, month: 1, day: 1, offsetSeconds: -64_800))
    let high = Moment(
      year: .max, month: .max, day: .max, hour: .max, minute: .max, second: .max, nanosecond: .max,
      offsetSeconds: .max)
    #expect(high.year == 999_999_999)
    #expect([high.month, high.day, high.hour, high.minute, high.second] == [12, 31, 23, 59, 59])
    #expect(high.nanosecond == 999_999_999)
    #expect(high.offsetSeconds == 64_800)
    #expect(Moment(year: 2023, month: 2, day: 30).day == 28)
  }

  @Test(arguments: [Int.min, Int.max])
  func `seconds out of range give the first or last moment`(seconds: Int) {
    let moment = Moment(secondsSinceEpoch: seconds, nanoseconds: seconds, offsetSeconds: seconds)
    #expect(moment.year == (seconds < 0 ? -999_999_999 : 999_999_999))
    #expect(moment.dayOfYear == (seconds < 0 ? 1 : 365))
    #expect(moment.hour == (seconds < 0 ? 0 : 23))
    #expect(moment.nanosecond == (seconds < 0 ? 0 : 999_999_999))
  }

  @Test func `nanoseconds carry into the seconds`() {
    let moment = Moment(secondsSinceEpoch: 10, nanoseconds: -1)
    #expect(moment.secondsSinceEpoch == 9)
    #expect(moment.nanosecond == 999_999_999)
    #expect(Moment(secondsSinceEpoch: 10, nanoseconds: 2_000_000_001).secondsSinceEpoch == 12)
  }
}
