/// The number of a request as the UUID that WireMock's clients want to see.
enum RequestID {
  private static let prefix = "c0117e4a-0000-4000-8000-"

  static func text(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return prefix + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }

  /// The number, also when it is given as such.
  static func number(_ text: String) -> Int? {
    if let number = Int(text), number > 0 { return number }
    let text = text.lowercased()
    guard text.hasPrefix(prefix), text.utf8.count == 36 else { return nil }
    return Int(text.dropFirst(prefix.count), radix: 16)
  }
}
