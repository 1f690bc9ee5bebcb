import ContractModel

/// The hint on an array whose values came in another order.
enum OrderHint {
  /// A hint for each array of which the same values are expected and came.
  static func hints(on mismatches: [Mismatch]) -> [String] {
    var places: [String] = []
    var values: [String: (expected: [String], actual: [String])] = [:]
    for mismatch in mismatches where mismatch.kind == .body {
      guard let path = withoutLastIndex(mismatch.path) else { continue }
      if values[path.whole] == nil { places.append(path.whole) }
      values[path.whole, default: ([], [])].expected.append(mismatch.expected)
      values[path.whole, default: ([], [])].actual.append(mismatch.actual)
    }
    var arrays: [String] = []
    for place in places {
      guard let (expected, actual) = values[place], expected.count > 1,
        expected.sorted() == actual.sorted(), let array = withoutLastIndex(place)?.array,
        !arrays.contains(array)
      else { continue }
      arrays.append(array)
    }
    return arrays.map { array in
      "the values of \(array) are right but in another order: if their order means nothing, the"
        + " contract can say so with the rule 'ignore-order'"
    }
  }

  /// A path with `[*]` for its last index, and the path of the array that the index is in.
  private static func withoutLastIndex(_ path: String) -> (whole: String, array: String)? {
    var end = path.endIndex
    while let close = path[..<end].lastIndex(of: "]"),
      let open = path[..<close].lastIndex(of: "[")
    {
      let inside = path[path.index(after: open)..<close]
      if !inside.isEmpty, inside == "*" || inside.allSatisfy({ ("0"..."9").contains($0) }) {
        let array = String(path[..<open])
        return (array + "[*]" + path[path.index(after: close)...], array)
      }
      end = open
    }
    return nil
  }
}
