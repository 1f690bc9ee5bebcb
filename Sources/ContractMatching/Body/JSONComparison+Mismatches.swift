import ContractModel
import JSONText

/// Telling what differs; views, texts and paths are made here.
extension JSONComparison {
  func view(_ node: UInt32, _ document: JSONDocument) -> JSONValue {
    JSONValue(document: document, node: node)
  }

  func shown(_ node: UInt32, _ document: JSONDocument) -> String {
    Excerpt.of(view(node, document))
  }

  mutating func addDifference(_ expected: UInt32, _ actual: UInt32) {
    guard tells() else { return }
    add(
      expected, actual, nil,
      "Expected \(Operand.json(view(actual, came)).described) to be equal to"
        + " \(Operand.json(view(expected, wanted)).described)")
  }

  mutating func addClash(_ expected: UInt32, _ actual: UInt32) {
    guard tells() else { return }
    add(
      expected, actual, nil,
      "Type mismatch: Expected \(Operand.json(view(actual, came)).described) to be the same type as"
        + " \(Operand.json(view(expected, wanted)).described)")
  }

  /// Notes keys that are missing or too many, before what differs in the members.
  mutating func addKeys(
    _ expected: UInt32, _ actual: UInt32, _ missing: [UInt32], at mark: Int
  ) {
    guard tells() else { return }
    add(
      expected, actual, nil,
      isStrict && !isFree
        ? "Expected a Map with keys [\(keys(view(expected, wanted)))] but received one with keys"
          + " [\(keys(view(actual, came)))]"
        : "Actual map is missing the following keys:"
          + " \(missing.map { view($0, wanted).string ?? "" }.joined(separator: ", "))",
      at: mark, place: missing.first.map { view($0, wanted) })
  }

  func keys(_ object: JSONValue) -> String {
    object.members.map(\.name).joined(separator: ", ")
  }

  /// Whether a difference is to be told; while a value is only tried, that there is one is enough.
  mutating func tells() -> Bool {
    if isTrying { hasFailed = true }
    return !isTrying
  }

  /// - Parameters:
  ///   - mark: where among the mismatches it belongs; behind them unless it is given.
  ///   - place: what the location is taken from; the expected value unless it is given.
  mutating func add(
    _ expected: UInt32?, _ actual: UInt32, _ rule: String?, _ message: String,
    at mark: Int? = nil, place: JSONValue? = nil
  ) {
    let example = expected.map { view($0, wanted) }
    let mismatch = Mismatch(
      .body, path: JSONPathStep.text(of: path, wanted, came),
      expected: example.map { Excerpt.of($0) } ?? "", actual: shown(actual, came),
      message: message, rule: rule, location: places.location(place ?? example))
    mismatches.insert(mismatch, at: mark ?? mismatches.count)
  }
}
