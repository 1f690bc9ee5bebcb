import JSONText

/// How one value is compared.
///
/// Each rule is a file in this folder and a line in ``MatchingRuleTable``.
package protocol MatchingRule: Sendable {
  /// The name in the specification.
  var name: String { get }

  /// Whether the rule says something of an array or object itself; one that does not is only asked for
  /// the values in it.
  var concernsContainers: Bool { get }

  /// How many elements an array may have; only asked where the rule itself stands.
  var elementCount: ElementCount? { get }

  /// Compares two values.
  ///
  /// - Parameters:
  ///   - actual: what came.
  ///   - expected: what the contract has as example.
  /// - Returns: the difference in a sentence, or `nil` when the rule holds.
  func difference(of actual: Operand, from expected: Operand) -> String?
}

extension MatchingRule {
  package var concernsContainers: Bool { false }
  package var elementCount: ElementCount? { nil }
}

/// The least and the greatest number of elements.
package struct ElementCount: Sendable {
  package var least: Int?
  package var greatest: Int?

  func difference(of array: JSONValue) -> String? {
    let count = array.count
    let shown = "Expected \(Operand.json(array).shown) (size \(count)) to have"
    if let least, count < least { return "\(shown) minimum size of \(least)" }
    if let greatest, count > greatest { return "\(shown) maximum size of \(greatest)" }
    return nil
  }
}
