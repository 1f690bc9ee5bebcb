import ContractModel

/// Compares an actual XML document with an expected one.
struct XMLComparison {
  private let plan: XMLPlan
  /// Whether attributes and elements that the contract does not name are refused, as in requests.
  private let isStrict: Bool
  private let places: PlaceFinder
  /// What differs, in the order of the expected document.
  private(set) var mismatches: [Mismatch] = []

  /// Prepares a comparison.
  ///
  /// - Parameter isStrict: whether what the contract does not name is refused.
  init(_ plan: XMLPlan, isStrict: Bool, places: PlaceFinder) {
    self.plan = plan
    self.isStrict = isStrict
    self.places = places
  }

  /// Walks over both documents.
  mutating func run(_ actual: XMLTree) {
    var walk = XMLWalk(plan, actual, isStrict: isStrict)
    walk.run()
    guard !walk.mismatches.isEmpty else { return }
    let location = places.location()
    for mismatch in walk.mismatches {
      var mismatch = mismatch
      mismatch.location = location
      mismatches.append(mismatch)
    }
  }
}
