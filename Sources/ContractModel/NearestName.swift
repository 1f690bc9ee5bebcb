/// Finds what a mistyped name was probably meant to be.
package enum NearestName {
  /// `; did you mean 'NAME'?` with the known name that is nearest, whatever its case, or an empty text.
  package static func hint(for name: String, among known: some Sequence<String>) -> String {
    let wanted = Array(name.lowercased())
    let ranked = known.map { (distance: distance(Array($0.lowercased()), wanted), name: $0) }
    guard let best = ranked.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }),
      best.distance <= max(2, name.count / 3)
    else { return "" }
    return "; did you mean '\(best.name)'?"
  }

  /// How many letters have to be changed, added or removed; only the first hundred are looked at.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    let (left, right) = (left.prefix(100), right.prefix(100))
    var row = Array(0...right.count)
    for (line, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, other) in right.enumerated() {
        let change = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
