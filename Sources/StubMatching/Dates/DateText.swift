import ContractMatching

/// Reads the texts of dates that stubs understand without a format.
enum DateText {
  private static let zoned = patterns([
    "yyyy-MM-dd'T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S]XXX",
    "yyyy-MM-dd'T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S]XX",
  ])
  private static let local = patterns([
    "yyyy-MM-dd'T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S]", "yyyy-MM-dd",
  ])
  /// RFC 1123, RFC 1036 and asctime, which are in GMT.
  private static let http = patterns([
    "EEE, d MMM yyyy HH:mm:ss 'GMT'", "EEE, dd MMM yyyy HH:mm:ss 'GMT'",
    "EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM d HH:mm:ss yyyy", "EEE MMM ppd HH:mm:ss yyyy",
  ])

  private static func patterns(_ texts: [String]) -> [DateTimePattern] {
    texts.compactMap { try? DateTimePattern($0) }
  }

  /// The date that a text spells, or `nil`.
  static func read(_ text: String) -> DateValue? {
    let isISO = text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    let text = isISO ? text.uppercased() : text
    for pattern in zoned {
      if let (moment, _) = pattern.moment(of: text) {
        return DateValue(moment: moment, isZoned: true)
      }
    }
    for pattern in local {
      if let (moment, _) = pattern.moment(of: text) {
        return DateValue(moment: moment, isZoned: false)
      }
    }
    for pattern in http {
      if let (moment, _) = pattern.moment(of: text) {
        return DateValue(moment: moment, isZoned: true)
      }
    }
    return nil
  }
}
