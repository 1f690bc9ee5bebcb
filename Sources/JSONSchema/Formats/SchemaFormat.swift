import JSONText

/// The formats that can be asserted; others are annotations only.
enum SchemaFormat: String, Sendable {
  case date, time, uuid, ipv4
  case dateTime = "date-time"
  case jsonPointer = "json-pointer"

  /// Whether a text has the format.
  func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    switch self {
    case .date: return Self.isDate(bytes[...])
    case .time: return Self.isTime(bytes[...])
    case .dateTime:
      guard bytes.count > 11, bytes[10] | 0x20 == UInt8(ascii: "t") else { return false }
      return Self.isDate(bytes[..<10]) && Self.isTime(bytes[11...])
    case .uuid: return Self.isUUID(bytes)
    case .ipv4: return Self.isIPv4(text)
    case .jsonPointer: return Self.isPointer(bytes)
    }
  }

  /// Reads digits only; `nil` when there is anything else.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 4, bytes.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = number(parts[0]),
      let month = number(parts[1]), let day = number(parts[2]), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  /// RFC 3339, section 5.6; a leap second only where it is 23:59:60 in UTC.
  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
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

  private static func isUUID(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: 45, omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { part in
        part.allSatisfy { (48...57).contains($0) || (97...102).contains($0 | 0x20) }
      }
  }

  private static func isIPv4(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: 46, omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        guard let value = number(Array(part)[...]) else { return false }
        return value < 256 && (part.count == 1 || part.first != 48)
      }
  }

  private static func isPointer(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return true }
    guard first == UInt8(ascii: "/") else { return false }
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "~") {
      guard index + 1 < bytes.count, bytes[index + 1] == 48 || bytes[index + 1] == 49
      else { return false }
    }
    return true
  }
}
