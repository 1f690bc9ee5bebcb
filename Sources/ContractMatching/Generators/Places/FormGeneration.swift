import ContractModel

/// Replaces values of a form; the other pairs keep their text.
struct FormGeneration {
  private let pairs: [Substring]
  private let generators: PathGenerators
  /// The pairs whose value is replaced, with the generator's place among those of the paths.
  private(set) var places: [(pair: Int, item: Int)] = []

  /// Finds the fields that generators apply to: `$.name`, or `$.name[0]` for one of its values.
  init(_ text: String, _ generators: PathGenerators) {
    self.generators = generators
    pairs = text.split(separator: "&", omittingEmptySubsequences: false)
    let states = generators.states
    guard let root = states.root else { return }
    var counts: [String: Int] = [:]
    for (place, pair) in pairs.enumerated() {
      guard let name = PercentCoding.pairs(pair).first?.name,
        let field = states.member(name, of: root)
      else { continue }
      let index = counts[name, default: 0]
      counts[name] = index + 1
      let value = states.element(index, of: field).flatMap { states.path(at: $0) }
      if let item = value ?? states.path(at: field) { places.append((place, item)) }
    }
  }

  /// The form with the new values in it.
  ///
  /// - Throws: ``GenerationError`` when a value cannot be made.
  func run(_ context: inout GenerationContext) throws(GenerationError) -> String {
    var texts = pairs.map { String($0) }
    for (pair, item) in places {
      let name = pairs[pair].prefix { $0 != "=" }
      let value = try generators.items[item].generator.value(&context).text
      texts[pair] = "\(name)=\(PercentCoding.encode(value))"
    }
    return texts.joined(separator: "&")
  }
}
