package import StubModel

/// Reads operators out of stub mappings.
package struct StubOperatorReader: Sendable {
  /// How strictly.
  package let dialect: StubDialect

  /// Creates a reader.
  package init(_ dialect: StubDialect) { self.dialect = dialect }

  /// Reads an operator.
  ///
  /// - Parameters:
  ///   - pattern: the object that holds it.
  ///   - others: members of the object that are not the operator's.
  /// - Throws: ``StubProblem`` when there is no operator, more than one, or one that cannot be used.
  package func read(
    _ pattern: StubCursor, beside others: Set<String> = []
  ) throws(StubProblem) -> any StubOperator {
    try pattern.object()
    let found = pattern.members.filter { StubOperatorTable.byName[$0.name] != nil }
    guard let first = found.first, let kind = StubOperatorTable.byName[first.name] else {
      let name = pattern.members.first { !others.contains($0.name) }?.name
      let names = StubOperatorTable.byName.keys.sorted().joined(separator: ", ")
      guard let name else { throw pattern.problem("expected an operator: one of \(names)") }
      throw pattern.problem("the operator '\(name)' is not known; known are \(names)", key: name)
    }
    if dialect == .strict {
      if let second = found.dropFirst().first {
        throw pattern.problem(
          "'\(second.name)' stands beside '\(first.name)', of which only one would count:"
            + " put both into 'and'", key: second.name)
      }
      try pattern.known(kind.options.union([first.name]).union(others))
    }
    return try kind.init(first.name, first.cursor, in: pattern, self)
  }

  /// Reads the operators of an array.
  func list(_ patterns: StubCursor) throws(StubProblem) -> [any StubOperator] {
    var operators: [any StubOperator] = []
    for pattern in try patterns.array() { operators.append(try read(pattern)) }
    return operators
  }

  /// Whether `pattern` holds an operator beside the members named.
  func hasOperator(_ pattern: StubCursor) -> Bool {
    pattern.members.contains { StubOperatorTable.byName[$0.name] != nil }
  }
}
