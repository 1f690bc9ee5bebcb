/// Finds what a mistyped name was probably meant to be.
enum ProviderName {
  /// The known name that is nearest to a given one, when it is near at all.
  static func nearest(to name: String, among known: some Sequence<String>) -> String? {
    let ranked = known.map { (name: $0, distance: distance($0, name)) }
    guard let best = ranked.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) else {
      return nil
    }
    return best.distance <= max(2, name.count / 3) ? best.name : nil
  }

  /// How many letters have to be changed, added or removed, their case aside.
  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (
      Array(left.lowercased().prefix(100)), Array(right.lowercased().prefix(100))
    )
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
