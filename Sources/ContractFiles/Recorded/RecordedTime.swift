/// Dates and times as services write them, and the formats by which contracts name these.
enum RecordedTime {
  /// The format of a text, `nil` when it is neither a date nor a time.
  ///
  /// - Returns: the rule, `date` or `timestamp`, and the format in the letters of Java's
  ///   `DateTimeFormatter`.
  static func format(of text: String) -> (kind: String, pattern: String)? {
    let bytes = Array(text.utf8)
    guard isDate(bytes.prefix(10)) else { return nil }
    if bytes.count == 10 { return ("date", "yyyy-MM-dd") }
    guard bytes.count >= 19, bytes[10] == UInt8(ascii: "T"), isTime(bytes[11..<19]) else {
      return nil
    }
    var rest = bytes[19...]
    var pattern = "yyyy-MM-dd'T'HH:mm:ss"
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { isDigit($0) }.count
      guard (1...9).contains(digits) else { return nil }
      pattern += "." + String(repeating: "S", count: digits)
      rest = rest.dropFirst(digits + 1)
    }
    guard let zone = zone(rest) else { return nil }
    return ("timestamp", pattern + zone)
  }

  private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let numbers = numbers(bytes, "0000-00-00") else { return false }
    return (1...12).contains(numbers[1]) && (1...28).contains(numbers[2])
      || (1...12).contains(numbers[1]) && (29...31).contains(numbers[2])
        && isLateDay(numbers[0], numbers[1], numbers[2])
  }

  private static func isLateDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    if month == 2 {
      return day == 29 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
    return day <= 30 || ![4, 6, 9, 11].contains(month)
  }

  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let numbers = numbers(bytes, "00:00:00") else { return false }
    return numbers[0] < 24 && numbers[1] < 60 && numbers[2] < 60
  }

  private static func zone(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.isEmpty { return "" }
    if bytes.elementsEqual("Z".utf8) { return "XXX" }
    guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    let rest = bytes.dropFirst()
    if numbers(rest, "00:00") != nil { return "XXX" }
    return numbers(rest, "0000") == nil ? nil : "XX"
  }

  /// The numbers of a text that has digits where a form has `0`, and else the same characters.
  private static func numbers(_ bytes: ArraySlice<UInt8>, _ form: StaticString) -> [Int]? {
    guard bytes.count == form.utf8CodeUnitCount else { return nil }
    var numbers = [0]
    for (place, byte) in bytes.enumerated() {
      let wanted = form.utf8Start[place]
      if wanted == UInt8(ascii: "0") {
        guard isDigit(byte), let last = numbers.last else { return nil }
        numbers[numbers.count - 1] = last * 10 + Int(byte - 0x30)
      } else {
        guard byte == wanted else { return nil }
        numbers.append(0)
      }
    }
    return numbers
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
