/// A text, split into what it has in common with another and what only it has.
struct MarkedText: Hashable {
  /// The start that both have.
  let start: String
  /// What differs.
  let middle: String
  /// The end that both have.
  let end: String

  /// Compares two texts.
  ///
  /// - Returns: the parts of the first and of the second.
  static func parts(_ left: String, _ right: String) -> (left: MarkedText, right: MarkedText) {
    let (lefts, rights) = (Array(left), Array(right))
    let start = zip(lefts, rights).prefix { $0 == $1 }.count
    let (leftRest, rightRest) = (lefts.dropFirst(start), rights.dropFirst(start))
    let end = zip(leftRest.reversed(), rightRest.reversed()).prefix { $0 == $1 }.count
    return (MarkedText(lefts, start, end), MarkedText(rights, start, end))
  }

  private init(_ characters: [Character], _ startCount: Int, _ endCount: Int) {
    start = String(characters.prefix(startCount))
    middle = String(characters.dropFirst(startCount).dropLast(endCount))
    end = String(characters.suffix(endCount))
  }
}
