import ContractMatching
import StubModel

/// What the values of a field must be like.
enum FieldPattern: Sendable {
  /// One of them fulfils an operator, or there is none and that is what it wants.
  case any(any StubOperator)
  /// Each of them fulfils one operator, and each operator is fulfilled by one.
  case exactly([any StubOperator])
  /// Each operator is fulfilled by one.
  case including([any StubOperator])

  /// Reads a pattern.
  ///
  /// - Throws: ``StubProblem`` when an operator cannot be used.
  init(_ cursor: StubCursor, _ reader: StubOperatorReader) throws(StubProblem) {
    if let list = cursor["hasExactly"] {
      if reader.dialect == .strict { try cursor.known(["hasExactly"]) }
      self = .exactly(try reader.list(list))
    } else if let list = cursor["includes"] {
      if reader.dialect == .strict { try cursor.known(["includes"]) }
      self = .including(try reader.list(list))
    } else {
      self = .any(try reader.read(cursor))
    }
  }

  /// Whether a missing value is asked for.
  var concernsAbsence: Bool {
    if case .any(let one) = self { one.concernsAbsence } else { false }
  }

  func matches(_ values: [String], at now: Moment) -> Bool {
    switch self {
    case .any(let one):
      guard !values.isEmpty else { return one.matches(nil, at: now) }
      return values.contains { one.matches(StubValue($0), at: now) }
    case .exactly(let operators):
      return operators.count == values.count && pairs(operators, values, at: now)
    case .including(let operators): return pairs(operators, values, at: now)
    }
  }

  private func pairs(
    _ operators: [any StubOperator], _ values: [String], at now: Moment
  ) -> Bool {
    let values = values.map { StubValue($0) }
    return operators.allSatisfy { one in values.contains { one.matches($0, at: now) } }
      && (operators.count != values.count
        || values.allSatisfy { value in operators.contains { $0.matches(value, at: now) } })
  }
}
