package import ContractMatching
import StubModel

/// A condition on a value of a request, such as `{"equalTo": "a"}`.
package protocol StubOperator: Sendable {
  /// Whether a value fulfils it.
  ///
  /// - Parameters:
  ///   - value: the value; `nil` when the request has none.
  ///   - now: the time of the request.
  func matches(_ value: StubValue?, at now: Moment) -> Bool

  /// Whether it is about the absence of a value, so that a missing one is worth asking about.
  var concernsAbsence: Bool { get }
}

extension StubOperator {
  package var concernsAbsence: Bool { false }
}

/// An operator as stub mappings write it: one file in `Operators/`, one line in ``StubOperatorTable``.
protocol StubOperatorKind: StubOperator {
  /// The members that hold the operand, one for each operator that the kind stands for.
  static var names: [String] { get }
  /// The members that may stand beside it.
  static var options: Set<String> { get }

  /// Reads the operator.
  ///
  /// - Parameters:
  ///   - name: which of ``names`` it is.
  ///   - operand: the value of the member of that name.
  ///   - pattern: the object that the member stands in, for the options.
  ///   - reader: reads operators within it.
  /// - Throws: ``StubProblem`` for an operand or option that cannot be.
  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem)
}

extension StubOperatorKind {
  static var options: Set<String> { [] }
}
