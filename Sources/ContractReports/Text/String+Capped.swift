extension String {
  /// The text, or its start with the number of bytes that are left out.
  ///
  /// - Parameter limit: how many bytes of UTF-8 are kept at most; no character is cut in two.
  func capped(_ limit: Int) -> String {
    let count = utf8.count
    guard count > limit else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: limit)
    while end > startIndex, utf8[end] & 0b1100_0000 == 0b1000_0000 {
      end = utf8.index(before: end)
    }
    let left = utf8.distance(from: end, to: utf8.endIndex)
    return String(self[..<end]) + "… (\(left) bytes more)"
  }
}
