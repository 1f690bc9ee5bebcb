import ContractMatching
import Testing

@Suite struct MomentArithmeticTests {
  private func date(_ moment: Moment) -> [Int] { [moment.year, moment.month, moment.day] }

  @Test(arguments: [
    ([2000, 3, 31], 1, [2000, 4, 30]), ([2000, 3, 31], -1, [2000, 2, 29]),
    ([2001, 3, 31], -1, [2001, 2, 28]), ([2000, 1, 31], 13, [2001, 2, 28]),
    ([2000, 12, 31], 1, [2001, 1, 31]), ([2000, 1, 31], -1, [1999, 12, 31]),
    ([2000, 1, 15], -24, [1998, 1, 15]), ([1, 1, 1], -1, [0, 12, 1]),
  ])
  func `months end on their last day`(start: [Int], months: Int, expected: [Int]) {
    let moment = Moment(year: start[0], month: start[1], day: start[2], hour: 23, minute: 59)
    let result = moment.adding(months: months)
    #expect(date(result) == expected)
    #expect([result.hour, result.minute] == [23, 59])
  }

  @Test(arguments: [
    ([2000, 2, 29], 1, [2001, 2, 28]), ([2000, 2, 29], 4, [2004, 2, 29]),
    ([2000, 2, 29], -100, [1900, 2, 28]), ([2000, 3, 31], 10, [2010, 3, 31]),
  ])
  func `years keep the day where they have it`(start: [Int], years: Int, expected: [Int]) {
    let moment = Moment(year: start[0], month: start[1], day: start[2])
    #expect(date(moment.adding(years: years)) == expected)
  }

  @Test(arguments: [
    ([2000, 2, 28], 2, [2000, 3, 1]), ([2000, 1, 1], -1, [1999, 12, 31]),
    ([1970, 1, 1], 146_097, [2370, 1, 1]), ([1970, 1, 1], -719_528, [0, 1, 1]),
  ])
  func `days are counted across months`(start: [Int], days: Int, expected: [Int]) {
    let moment = Moment(year: start[0], month: start[1], day: start[2])
    #expect(date(moment.adding(days: days)) == expected)
  }

  @Test func `seconds and nanoseconds carry into the day and keep the offset`() {
    let moment = Moment(
      year: 1999, month: 12, day: 31, hour: 23, minute: 59, second: 59, nanosecond: 999_999_999,
      offsetSeconds: 3_600)
    let next = moment.adding(seconds: 0, nanoseconds: 1)
    #expect(next == Moment(year: 2000, month: 1, day: 1, offsetSeconds: 3_600))
    #expect(next.adding(seconds: 0, nanoseconds: -1) == moment)
    #expect(moment.adding(seconds: -86_400).day == 30)
  }

  @Test(arguments: [Int.min, Int.min + 1, Int.max])
  func `arithmetic stops at the first and the last year`(amount: Int) {
    let start = Moment(year: 2000, month: 2, day: 29, hour: 12)
    let results = [
      start.adding(days: amount), start.adding(months: amount), start.adding(years: amount),
      start.adding(seconds: amount), start.adding(seconds: amount, nanoseconds: amount),
    ]
    for result in results { #expect(result.year == (amount < 0 ? -999_999_999 : 999_999_999)) }
    #expect(start.adding(seconds: 0, nanoseconds: amount).secondsSinceEpoch != 0)
  }
}
