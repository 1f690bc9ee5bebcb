import ContractMatching
import Testing

@Suite struct DateTimeDifferenceTests {
  @Test(arguments: [
    ("yyyy-MM-dd", "2023-02-30", "there is no 30 February 2023"),
    ("yyyy-MM-dd", "2023-02-29", "there is no 29 February 2023"),
    ("yyyy-MM-dd", "1900-02-29", "there is no 29 February 1900"),
    ("MM-dd", "02-30", "there is no 30 February"),
    ("d MMM yy", "29 Feb 23", "there is no 29 February 2023"),
    ("YYYY-MM-dd", "2023-02-29", "there is no 29 February 2023"), ("YYYY-MM-dd", "2023-01-01", nil),
    ("yyyy-DDD", "2023-366", "there is no day 366 in 2023"),
    ("YYYY-'W'ww", "2021-W53", "there is no week 53 in 2021"),
    ("y-M-d G", "1-2-29 BC", nil), ("y-M-d", "1-2-29", "there is no 29 February 1"),
    ("MM-dd", "02-29", nil), ("dd", "31", nil), ("yyyy-MM", "2023-02", nil),
    ("EEE yyyy-MM-dd", "Mon 2023-03-01", "1 March 2023 is a Wednesday, not a Monday"),
    ("EEE yyyy-MM-dd", "Wed 2023-03-01", nil), ("EEE MM-dd", "Mon 03-01", nil),
    ("EEE yyyy-DDD", "Mon 2023-060", "1 March 2023 is a Wednesday, not a Monday"),
    ("yyyy-MM", "2023-13", "the month is 13, not 1 to 12"),
    ("HH:mm", "24:00", "the hour is 24, not 0 to 23"),
    ("HH:mm:ss", "10:15:60", "the second is 60, not 0 to 59"),
    ("yyyy-MM-dd", "2023-2-03", "expected 2 digits for the month at character 7, but found '-'"),
    ("yyyy-MM-dd", "2023-02", "expected '-' at character 8, but the text ends"),
    (
      "yyyy-MM-dd", "23/07/19",
      "expected 4 digits or more for the year at character 3, but found '/'"
    ),
    (
      "yyyy", "20233",
      "expected '+' or no more than 4 digits for the year at character 1, but found '2'"
    ),
    ("HH:mm", "10:15Z", "expected the end at character 6, but found 'Z'"),
    (
      "HH:mm[:ss.SSS]", "10:15:30.x",
      "expected 3 digits for the fraction of the second at character 10, but found 'x'"
    ),
    ("HH XXX", "10 +0100", "expected an offset like Z or +01:00 at character 4, but found '+'"),
    ("MMM", "mar", "expected the month, such as 'Jan', at character 1, but found 'm'"),
    ("'é'M M", "é1 2", "expected the month to be 1 again at character 4, but found '2'"),
    ("ppH", "1", "expected 2 characters with the spaces before them at character 1, but found '1'"),
    ("HH a", "13 AM", "the hour, AM or PM and the time of the day do not fit together"),
    ("VV", "?", "expected a time zone like UTC or Europe/Paris at character 1, but found '?'"),
    ("xxx", "+18:30", "the offset is 66600, not -64800 to 64800"),
  ])
  func `the difference says what is wrong and where`(
    pattern: String, text: String, expected: String?
  ) throws {
    #expect(try DateTimePattern(pattern).difference(of: text) == expected)
  }

  @Test(arguments: [
    ("Wed 01-03-23", nil), ("Thu 01-03-23", nil), ("Sat 01-03-23", nil),
    ("Fri 01-03-23", "1 March 2023 is a Wednesday, not a Friday"), ("Tue 29-02-00", nil),
    ("Mon 29-02-00", "29 February 2000 is a Tuesday, not a Monday"),
  ])
  func `a year of two digits is of any century`(text: String, expected: String?) throws {
    #expect(try DateTimePattern("EEE dd-MM-yy").difference(of: text) == expected)
  }

  @Test func `long texts do not make long reasons`() throws {
    let text = "1" + String(repeating: "\u{301}", count: 100_000)
    let reason = try #require(try DateTimePattern("MM").difference(of: text))
    #expect(reason.utf8.count < 10_000)
  }
}
