import ContractMatching
import Testing

@Suite struct DateTimeOffsetTests {
  @Test(arguments: [
    ("X", ["Z", "+01", "-0130", "+00"], ["+01:00", "01", "+1", "z"]),
    ("XX", ["Z", "+0100", "-0000"], ["+01", "+01:00"]),
    ("XXX", ["Z", "+01:00", "-18:00"], ["+0100", "+01", "+18:01", "+19:00", "+01:60"]),
    ("XXXX", ["Z", "+0100", "+010030"], ["+01:00", "+01003"]),
    ("XXXXX", ["Z", "+01:00", "+01:00:30"], ["+0100", "+01:00:60"]),
    ("x", ["+00", "+01", "+0130"], ["Z"]), ("xx", ["+0000", "-0130"], ["Z", "+00"]),
    ("xxx", ["+00:00", "+01:00"], ["Z", "+0000"]), ("xxxx", ["+0000", "+000030"], ["Z"]),
    ("xxxxx", ["+00:00", "+00:00:30"], ["Z"]),
    ("Z", ["+0000", "-0130"], ["Z", "+00:00"]), ("ZZZ", ["+0100"], ["Z"]),
    ("ZZZZ", ["GMT", "GMT+01:00", "GMT-01:30:15"], ["GMT+1", "UTC", "+01:00"]),
    ("ZZZZZ", ["Z", "+01:00"], ["+0100"]),
    ("O", ["GMT", "GMT+1", "GMT-11:30", "GMT+01"], ["GMT+", "GMT+1:3", "UTC"]),
    ("OOOO", ["GMT", "GMT+01:00"], ["GMT+1:00"]),
  ])
  func `offsets have the form of their letter`(
    pattern: String, good: [String], bad: [String]
  ) throws {
    let compiled = try DateTimePattern(pattern)
    for text in good { #expect(compiled.difference(of: text) == nil, "\(text)") }
    for text in bad { #expect(compiled.difference(of: text) != nil, "\(text)") }
  }

  @Test(arguments: ["VV", "z", "zzzz"])
  func `zones are regions, abbreviations, or UTC with an offset`(pattern: String) throws {
    let compiled = try DateTimePattern(pattern)
    let good = [
      "Z", "UTC", "GMT", "UT", "UTC+01:00", "GMT-11:30", "UT+01:00", "+01:00", "CET", "EST", "AEST",
      "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+1", "America/Port-au-Prince",
    ]
    for text in good { #expect(compiled.difference(of: text) == nil, "\(text)") }
    let bad = ["", "E", "ABCDEF", "cet", "Berlin", "Europe/", "/Berlin", "UTC+1", "UTC+19:00", "1"]
    for text in bad { #expect(compiled.difference(of: text) != nil, "\(text)") }
  }

  @Test func `full zone names have words`() throws {
    let full = try DateTimePattern("zzzz yyyy")
    #expect(full.difference(of: "Central European Summer Time 2000") == nil)
    #expect(full.difference(of: "UTC 2000") == nil)
    #expect(full.difference(of: "Central European Summer 2000") != nil)
    #expect(try DateTimePattern("z").difference(of: "Central European Time") != nil)
  }
}
