import ContractMatching

/// Moments as the journal writes and reads them.
enum RequestTime {
  /// `2026-01-31T12:00:00.123Z`
  static func text(_ date: Duration) -> String {
    let moment = Moment(date)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let milliseconds = moment.nanosecond / 1_000_000
    return "\(moment.year)-\(two(moment.month))-\(two(moment.day))T\(two(moment.hour)):"
      + "\(two(moment.minute)):\(two(moment.second))."
      + "\(milliseconds < 100 ? "0" : "")\(two(milliseconds))Z"
  }

  /// Reads a moment as ``text(_:)`` writes it, with or without its fraction.
  static func read(_ text: String) throws(AdminRefusal) -> Duration {
    let refusal = AdminRefusal(
      422, "expected a moment such as 2026-01-31T12:00:00Z for 'since', found '\(text)'")
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z"),
      [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")].allSatisfy({ place, mark in
        bytes[place] == mark.utf8.first
      })
    else { throw refusal }
    func number(_ range: Range<Int>) throws(AdminRefusal) -> Int {
      let digits = bytes[range]
      guard !digits.isEmpty, digits.count < 10, digits.allSatisfy({ (0x30...0x39).contains($0) })
      else { throw refusal }
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    let moment = Moment(
      year: try number(0..<4), month: try number(5..<7), day: try number(8..<10),
      hour: try number(11..<13), minute: try number(14..<16), second: try number(17..<19))
    let seconds = Duration.seconds(moment.secondsSinceEpoch)
    guard bytes.count > 20 else { return seconds }
    guard bytes[19] == UInt8(ascii: "."), bytes.count <= 30 else { throw refusal }
    let digits = bytes.count - 21
    let scale = (0..<9 - digits).reduce(1) { product, _ in product * 10 }
    return seconds + .nanoseconds(try number(20..<bytes.count - 1) * scale)
  }
}
