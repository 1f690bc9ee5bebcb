/// A value of a mismatch, which may be only the start of what there was.
///
/// Whoever cuts a long value says so at its end: `… (1200 bytes more)`.
struct CutText {
  /// The text, without the words at its end that say that it was cut.
  let text: String
  /// Whether there was more.
  let isCut: Bool

  /// Takes a value of a mismatch apart.
  init(_ value: String) {
    var rest = value.unicodeScalars[...]
    guard Self.drop(" bytes more)", from: &rest), Self.dropNumber(from: &rest),
      Self.drop("… (", from: &rest)
    else {
      text = value
      isCut = false
      return
    }
    // What is left of a character that was cut in two.
    while rest.last == "\u{FFFD}" { rest.removeLast() }
    text = String(rest)
    isCut = true
  }

  private static func drop(_ end: String, from text: inout Substring.UnicodeScalarView) -> Bool {
    for scalar in end.unicodeScalars.reversed() {
      guard text.popLast() == scalar else { return false }
    }
    return true
  }

  private static func dropNumber(from text: inout Substring.UnicodeScalarView) -> Bool {
    let end = text.endIndex
    while let last = text.last, ("0"..."9").contains(last) { text.removeLast() }
    return text.endIndex < end
  }
}
