import ContractMatching
import Testing

@Suite struct DateTimePatternTests {
  @Test(arguments: [
    (DateTimePattern.defaultDate, ["2000-02-29", "0001-01-01", "+12345-01-01"]),
    (DateTimePattern.defaultTime, ["00:00:00", "23:59:59"]),
    (DateTimePattern.defaultDateTime, ["2000-01-31T10:00:00Z", "2000-01-31T10:00:00-11:30"]),
    ("yyyy-MM-dd'T'HH:mm:ss.SSSZ", ["2026-11-22T15:16:15.611+0000"]),
    ("EEE, d MMM yyyy HH:mm:ss Z", ["Fri, 31 Mar 2000 10:15:30 +0200"]),
    ("EEEE, dd-MMM-yy HH:mm:ss z", ["Sunday, 06-Nov-94 08:49:37 GMT"]),
    ("EEE MMM dd HH:mm:ss z yyyy", ["Fri Mar 31 10:15:30 CEST 2000"]),
    ("yyyy-MM-dd'T'HH:mm:ssXXX'['VV']'", ["2000-03-31T10:15:30+02:00[Europe/Berlin]"]),
    ("d.M.yyyy", ["1.2.2000", "31.12.2000", "01.002.2000"]),
    ("MMMM d, u", ["February 29, 2000", "May 1, -44", "May 1, 5"]),
    ("uuuu", ["2000", "-0001", "0000", "+12345"]),
    ("y G", ["44 BC", "2000 AD"]), ("y GGGG", ["44 Before Christ"]), ("y GGGGG", ["2000 A"]),
    ("h:mm a", ["12:00 AM", "1:05 PM"]), ("K a", ["0 AM", "11 PM"]), ("kk:mm", ["24:00", "01:59"]),
    ("h B", ["10 in the morning", "12 noon", "9 at night", "1 in the morning"]),
    ("H BBBBB", ["12 n", "0 mi"]),
    ("yyyy-DDD", ["2000-366", "2001-365"]), ("D", ["366"]),
    ("YYYY-'W'ww-e", ["2020-W53-7", "2021-W01-1"]), ("W F", ["0 5"]),
    ("yyyy QQQ", ["2000 Q1"]), ("QQQQ yy", ["2nd quarter 00"]), ("q QQQQQ", ["3 3"]),
    ("A", ["86399999"]), ("n", ["999999999"]), ("N", ["86399999999999"]),
    ("ss.SSSSSSSSS", ["59.000000001"]),
    ("ppd/ppM", [" 1/12", "31/ 3"]),
    ("MMMMM EEEEE", ["J M", "S T"]), ("LLL ccc", ["Sep Tue"]), ("LLLL cccc c", ["May Sunday 7"]),
    ("", [""]), ("é - ü", ["é - ü"]),
  ])
  func `texts of the pattern match`(pattern: String, texts: [String]) throws {
    let compiled = try DateTimePattern(pattern)
    for text in texts { #expect(compiled.difference(of: text) == nil, "\(text)") }
  }

  @Test(arguments: [
    (DateTimePattern.defaultDate, ["2000-2-29", "200-01-01", "12345-01-01", "23/07/19", ""]),
    (DateTimePattern.defaultDate, ["2000-01-01 ", " 2000-01-01", "2000-01-1", "２000-01-01"]),
    (DateTimePattern.defaultDate, ["-2000-01-01", "+2000-01-01", "0000-01-01", "2000-01-+1"]),
    (DateTimePattern.defaultTime, ["24:00:00", "00:60:00", "00:00:60", "1:00:00", "00:00"]),
    (DateTimePattern.defaultDateTime, ["2000-01-31T10:00:00", "2000-01-31 10:00:00Z"]),
    ("uuuu", ["-0000", "--001"]), ("u", ["+1", "1000000000"]), ("M", ["-1", "13", "0"]),
    ("MMM", ["mar", "MAR", "March", "Mrz"]), ("MMMM", ["Mar"]), ("a", ["am", "A"]),
    ("E", ["Friday", "fri"]), ("h", ["0", "13"]), ("K", ["12"]), ("k", ["0", "25"]),
    ("H a", ["13 AM", "1 PM"]), ("H h", ["13 2"]), ("H B", ["12 in the morning", "10 noon"]),
    ("HH:mm A", ["10:00 0"]), ("HH N", ["10 0"]), ("A N", ["1 1"]), ("SSS n", ["001 2000000"]),
    ("SSS", ["12", "1234"]), ("A", ["86400000"]), ("D", ["0", "367"]), ("Q", ["5"]),
    ("d.M.yyyy d", ["1.2.2000 2"]), ("yyyy u", ["2000 2001"]), ("yyyy yy", ["2000 01"]),
    ("yyyy u G", ["1 0 AD"]), ("u G", ["0 AD"]),
    ("yyyy-MM-dd D", ["2000-03-01 60"]), ("yyyy-MM-dd Q", ["2000-03-01 2"]), ("M Q", ["4 1"]),
    ("yyyy-MM-dd F", ["2000-03-31 4"]), ("yyyy D M", ["2000 60 3"]),
    ("ppd", ["1", "1 ", "  1", "001"]), ("YYYY-'W'ww-e", ["2021-W53-1"]),
  ])
  func `other texts do not`(pattern: String, texts: [String]) throws {
    let compiled = try DateTimePattern(pattern)
    for text in texts { #expect(compiled.difference(of: text) != nil, "\(text)") }
  }

  @Test(arguments: [
    ("yyyyMMdd", "20000229", true), ("yyyyMMdd", "20010229", false), ("yyyyMMdd", "2000022", false),
    ("yyyyMMdd", "+123450228", true), ("yyyyMMddHHmmssSSS", "20000229101530123", true),
    ("HHmmssSSS", "101530123", true), ("HHmmssSSS", "10153012", false), ("Hmm", "115", true),
    ("Hmm", "2315", true), ("Hmm", "15", false), ("ddMMyy", "290200", true),
    ("ddMMyy", "290201", false), ("yyyyDDD", "2000366", true), ("yyyyDDD", "2001366", false),
    ("yyyyMMdd[HHmm]", "20000229", true),
    ("dMyyyy", "112000", false), ("yyyyMMddc", "200002292", true),
  ])
  func `adjacent numbers are told apart as in Java`(
    pattern: String, text: String, matches: Bool
  ) throws {
    #expect((try DateTimePattern(pattern).difference(of: text) == nil) == matches)
  }

  @Test(arguments: [
    ("'at' HH 'o''clock'", "at 10 o'clock", true), ("HH''mm", "10'30", true),
    ("''''", "'", true), ("'['HH']'", "[10]", true), ("HH'é'mm", "10é30", true),
    ("'a' HH", "b 10", false), ("'T'", "t", false),
  ])
  func `quoted text stands for itself`(pattern: String, text: String, matches: Bool) throws {
    #expect((try DateTimePattern(pattern).difference(of: text) == nil) == matches)
  }

  @Test(arguments: [
    (
      "HH:mm[:ss[.SSS]]", ["10:15", "10:15:30", "10:15:30.123"],
      ["10:15:", "10:15:30.1", "10:15.1"]
    ),
    ("[yyyy-MM-dd][HH:mm]", ["2000-01-01", "10:15", "", "2000-01-0110:15"], ["2000-01-01x"]),
    ("yyyy[-MM]", ["2000", "2000-12"], ["2000-13", "2000-1"]),
    ("[[[[[[[[d]]]]]]]]", ["1", ""], ["x"]),
  ])
  func `optional sections may be missing`(
    pattern: String, good: [String], bad: [String]
  ) throws {
    let compiled = try DateTimePattern(pattern)
    for text in good { #expect(compiled.difference(of: text) == nil, "\(text)") }
    for text in bad { #expect(compiled.difference(of: text) != nil, "\(text)") }
  }
}
