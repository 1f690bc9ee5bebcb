package import ContractModel

/// A matrix of interactions and faults for a terminal.
package struct MatrixText {
  private let matrix: RehearsalMatrix
  private let isColored: Bool

  /// Creates the text of a matrix.
  package init(_ matrix: RehearsalMatrix, color isColored: Bool = false) {
    self.matrix = matrix
    self.isColored = isColored
  }

  /// The table, with a line end at the end.
  package func text() -> String {
    let rows =
      [[""] + matrix.faults.map(\.visible)]
      + matrix.rows.map { row in [row.interaction.visible] + row.cells.map { Self.word($0.outcome) }
      }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    var text = ""
    for (number, row) in rows.enumerated() {
      var line = ""
      for (column, cell) in row.enumerated() {
        let isLast = column == row.count - 1
        let space = isLast ? "" : String(repeating: " ", count: widths[column] - cell.count + 2)
        line += (number > 0 && column > 0 ? styled(cell) : cell) + space
      }
      text += line + "\n"
    }
    return text
  }

  /// How an outcome is called in tables.
  static func word(_ outcome: RehearsalMatrix.Outcome) -> String {
    outcome == .unreached ? "–" : outcome.rawValue
  }

  private func styled(_ word: String) -> String {
    guard isColored else { return word }
    switch word {
    case "tolerated": return TerminalStyle.green.applied(to: word)
    case "degraded": return TerminalStyle.yellow.applied(to: word)
    case "–": return TerminalStyle.dim.applied(to: word)
    default: return TerminalStyle.red.applied(to: word)
    }
  }
}
