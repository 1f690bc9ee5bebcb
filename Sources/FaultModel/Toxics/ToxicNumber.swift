/// The text of a number: without a fraction where it has none.
enum ToxicNumber {
  static func text(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
