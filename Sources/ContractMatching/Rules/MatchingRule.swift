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

  /// What the rule says of the content of an array or object, beyond comparing it with the example.
  var structure: RuleStructure? { get }

  /// Whether the rule holds for what lies below as well.
  var isInheritable: Bool { get }

  /// The kinds of actual value for which the rule holds whatever the value is, so that a walk need not
  /// ask it.
  ///
  /// - Parameter example: the kind of the contract's value.
  func accepts(like example: ValueKinds) -> ValueKinds

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
  package var structure: RuleStructure? { nil }
  package var isInheritable: Bool { structure == nil }
  package func accepts(like example: ValueKinds) -> ValueKinds { [] }
}
