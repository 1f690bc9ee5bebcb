/// Date patterns for tests of many of them.
enum RandomPattern {
  /// Patterns as contracts have them.
  static let known = [
    "yyyy-MM-dd", "HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssXXX", "yyyyMMdd", "yyyyMMddHHmmssSSS",
    "HHmmssSSS", "ddMMyy", "yyyyDDD", "EEE, d MMM yyyy HH:mm:ss Z", "EEEE, dd-MMM-yy HH:mm:ss z",
    "yyyy-MM-dd'T'HH:mm[:ss[.SSS]]XXX", "h:mm a", "YYYY-'W'ww-e", "EEE MMM dd HH:mm:ss z yyyy",
    "yyyy-MM-dd'T'HH:mm:ssXXX'['VV']'", "H:mm B", "h B", "yyyy QQQ MM", "MM/dd/yyyy hh:mm:ss a",
    "uuuu-MM-dd G", "YYYY-MM-dd", "zzzz", "VV'T'HH", "Hmm", "yyyyMMddc", "[yyyy-MM-dd][' 'HH:mm]",
  ]

  private static let letters = [
    "G", "GGGG", "GGGGG", "u", "uu", "uuuu", "y", "yy", "yyy", "yyyy", "Y", "YY", "YYYY", "Q", "QQ",
    "QQQ", "QQQQ", "QQQQQ", "q", "M", "MM", "MMM", "MMMM", "MMMMM", "L", "LLLL", "d", "dd", "D",
    "DD", "DDD", "w", "ww", "W", "F", "E", "EEEE", "EEEEE", "e", "ee", "eee", "c", "cccc", "a", "B",
    "BBBBB", "h", "hh", "H", "HH", "k", "kk", "K", "KK", "m", "mm", "s", "ss", "S", "SSS",
    "SSSSSSSSS", "A", "n", "N", "VV", "z", "zzzz", "O", "OOOO", "X", "XX", "XXX", "XXXX", "XXXXX",
    "x", "xx", "xxx", "xxxx", "xxxxx", "Z", "ZZZZ", "ZZZZZ", "ppppH", "ppd", "ppppppMMM",
  ]

  /// Makes patterns whose parts can be told apart.
  static func make(count: Int, seed: UInt64) -> [String] {
    var numbers = SeededNumbers(seed: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
        let part = letters.randomElement(using: &numbers) ?? "d"
        let text = ["|", "'T|'", "''", "é", ", "].randomElement(using: &numbers) ?? ""
        return Int.random(in: 0..<6, using: &numbers) == 0 ? "[\(part)\(text)]" : part + text
      }.joined()
    }
  }
}
