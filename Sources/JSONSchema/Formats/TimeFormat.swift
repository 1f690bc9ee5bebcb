/// Dates and times of RFC 3339.
enum TimeFormat {
  /// Reads digits only; `nil` when there is anything else.
  static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 4, bytes.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = number(parts[0]),
      let month = number(parts[1]), let day = number(parts[2]), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  /// RFC 3339, section 5.6; a leap second only where it is 23:59:60 in UTC.
  static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard
      let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "z") || $0 == 43 || $0 == 45 })
    else { return false }
    let halves = bytes[..<mark].split(separator: 46, omittingEmptySubsequences: false)
    if halves.count > 2 { return false }
    if halves.count == 2 {
      guard !halves[1].isEmpty, halves[1].allSatisfy({ (48...57).contains($0) })
      else { return false }
    }
    let parts = halves[0].split(separator: 58, omittingEmptySubsequences: false)
    guard parts.map(\.count) == [2, 2, 2], let hour = number(parts[0]),
      let minute = number(parts[1]), let second = number(parts[2]),
      hour < 24, minute < 60, second <= 60
    else { return false }
    var offset = 0
    if bytes[mark] | 0x20 == UInt8(ascii: "z") {
      guard mark == bytes.endIndex - 1 else { return false }
    } else {
      let zone = bytes[(mark + 1)...].split(separator: 58, omittingEmptySubsequences: false)
      guard zone.map(\.count) == [2, 2], let hours = number(zone[0]),
        let minutes = number(zone[1]), hours < 24, minutes < 60
      else { return false }
      offset = (hours * 60 + minutes) * (bytes[mark] == 43 ? 1 : -1)
    }
    return second < 60 || (hour * 60 + minute - offset + 1440) % 1440 == 1439
  }

  /// RFC 3339, appendix A: units in their order, each behind a number; weeks stand alone.
  static func isDuration(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "P") else { return false }
    let parts = bytes.dropFirst().split(
      separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let days = units(parts[0]) else { return false }
    if parts.count == 1 { return !days.isEmpty && (days == "W" || isRun(days, of: "YMD")) }
    guard let times = units(parts[1]), !times.isEmpty else { return false }
    return (days.isEmpty || isRun(days, of: "YMD")) && isRun(times, of: "HMS")
  }

  /// The units behind the numbers; `nil` when there is anything else.
  private static func units(_ bytes: ArraySlice<UInt8>) -> String? {
    var units = ""
    var hasDigits = false
    for byte in bytes {
      if (48...57).contains(byte) {
        hasDigits = true
      } else {
        guard hasDigits else { return nil }
        units.unicodeScalars.append(Unicode.Scalar(byte))
        hasDigits = false
      }
    }
    return hasDigits ? nil : units
  }

  /// Whether letters follow each other without a gap as in another text.
  private static func isRun(_ units: String, of all: String) -> Bool {
    let lengths = 0..<all.count
    return lengths.contains { all.dropFirst($0).hasPrefix(units) }
  }
}
