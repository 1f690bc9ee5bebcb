/// Offsets and the names of time zones.
extension DateTimeReader {
  /// Reads an offset from UTC.
  ///
  /// - Returns: its seconds; `nil`, with any place, when none of this form comes next.
  mutating func read(_ offset: OffsetElement) -> Int? {
    if offset.isGMT {
      guard take(Array("GMT".utf8)) else { return nil }
      guard peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") else { return 0 }
    } else if offset.isZ, take(UInt8(ascii: "Z")) {
      return 0
    }
    let isNegative = take(UInt8(ascii: "-"))
    guard isNegative || take(UInt8(ascii: "+")) else { return nil }
    let hourDigits = digitCount(limit: 2)
    guard hourDigits == 2 || hourDigits == 1 && !offset.isPadded else { return nil }
    var seconds = digits(hourDigits) * 3_600
    if offset.minutes != .never {
      let minutes = part(offset)
      if minutes == nil, offset.minutes == .always { return nil }
      seconds += (minutes ?? 0) * 60
      if minutes != nil, offset.seconds != .never { seconds += part(offset) ?? 0 }
    }
    return isNegative ? -seconds : seconds
  }

  /// Takes minutes or seconds if they come next.
  private mutating func part(_ offset: OffsetElement) -> Int? {
    let start = at
    if !offset.hasColon || take(UInt8(ascii: ":")), let value = twoDigits(), value < 60 {
      return value
    }
    at = start
    return nil
  }

  /// Skips the name of a time zone: `Z`, `UTC`, an offset, a region or an abbreviation.
  ///
  /// - Parameter isFull: whether it may be a name such as `Central European Time`.
  mutating func skipZone(isFull: Bool) -> Bool {
    if isFull, skipFullName() { return true }
    if skipZoneOffset() || skipRegion() { return true }
    if Self.namesOfUTC.contains(where: { take($0) }) { return skipOptionalOffset() }
    let letters = length { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    guard (2...5).contains(letters) || letters == 1 && peek == UInt8(ascii: "Z") else {
      return false
    }
    at += letters
    return true
  }

  /// The names that an offset can follow. They end after their letters, whatever follows.
  private static let namesOfUTC = ["UTC", "GMT", "UT"].map { Array($0.utf8) }

  /// No name is longer than this; the limit keeps the cost down where many sections are optional.
  private static let nameLimit = 64

  private func length(while condition: (UInt8) -> Bool) -> Int {
    var length = 0
    while length < Self.nameLimit, let byte = byte(at + length), condition(byte) { length += 1 }
    return length
  }

  private mutating func skipOptionalOffset() -> Bool {
    guard peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") else { return true }
    let start = at
    if !skipZoneOffset() { at = start }
    return true
  }

  private mutating func skipZoneOffset() -> Bool {
    let start = at
    if let seconds = read(OffsetElement.zone), Moment.offsets.contains(seconds) { return true }
    at = start
    return false
  }

  /// Skips `Area/City`.
  private mutating func skipRegion() -> Bool {
    let start = at
    var parts = 0
    repeat {
      guard let first = peek, Self.isLetter(first) else { break }
      at += length(while: Self.isRegionByte)
      parts += 1
    } while at - start < Self.nameLimit && take(UInt8(ascii: "/"))
    if parts > 1, bytes[at - 1] != UInt8(ascii: "/") { return true }
    at = start
    return false
  }

  /// Skips words that end in `Time`.
  private mutating func skipFullName() -> Bool {
    let limit = length { Self.isLetter($0) || $0 == UInt8(ascii: " ") }
    let time = Array(" Time".utf8)
    let name = bytes[at..<at + limit]
    guard limit > time.count, let first = name.first, Self.isLetter(first) else { return false }
    let ends = name.indices.dropFirst(time.count).reversed().map { $0 + 1 }
    guard let end = ends.first(where: { name[..<$0].suffix(time.count).elementsEqual(time) }) else {
      return false
    }
    at = end
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isRegionByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
      UInt8(ascii: "-"):
      true
    default: isLetter(byte)
    }
  }
}
