package import ContractModel

/// A matrix of interactions and faults for CI servers: a test case for each cell.
package struct MatrixJUnit {
  private let matrix: RehearsalMatrix

  /// Creates the document of a matrix.
  package init(_ matrix: RehearsalMatrix) { self.matrix = matrix }

  /// The document as UTF-8.
  ///
  /// - Throws: ``ReportError/xmlNotWritten`` when the document does not fit into memory.
  package func bytes(hostname: String) throws(ReportError) -> [UInt8] {
    let cases = matrix.rows.flatMap { row in
      zip(matrix.faults, row.cells).map { fault, cell in
        JUnitChecks.Case(
          name: "\(row.interaction) under \(fault)", duration: cell.duration,
          outcome: Self.outcome(of: cell))
      }
    }
    return try JUnitChecks(
      name: "client under faults", startedAt: matrix.startedAt,
      properties: [("seed", "\(matrix.seed)"), ("client", matrix.client)], cases: cases,
      output: MatrixText(matrix).text()
    ).bytes(hostname: hostname)
  }

  private static func outcome(of cell: RehearsalMatrix.Cell) -> JUnitChecks.Case.Outcome {
    let attempts = "\(cell.attempts) request\(cell.attempts == 1 ? "" : "s")"
    switch cell.outcome {
    case .tolerated, .degraded: return .passed
    case .unreached: return .skipped(message: "the client sent no request to the interaction")
    case .broken:
      return .failed(
        message: "broken: the client ended with \(cell.end)", text: "after \(attempts)")
    case .hung:
      return .failed(message: "hung: the client did not end in time", text: "after \(attempts)")
    }
  }
}
