package import ContractModel
import JSONText

/// A matrix of interactions and faults for programs.
package struct MatrixJSON {
  private let matrix: RehearsalMatrix

  /// Creates the JSON of a matrix.
  package init(_ matrix: RehearsalMatrix) { self.matrix = matrix }

  /// The JSON, with a line end at the end.
  package func bytes() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.key("seed")
      json.number(String(matrix.seed))
      json.member("startedAt", "\(Timestamp(secondsSince1970: matrix.startedAt))Z")
      json.member("client", matrix.client)
      json.member("holds", matrix.holds)
      json.key("summary")
      json.object { json in
        for outcome in RehearsalMatrix.Outcome.allCases {
          json.member(outcome.rawValue, matrix.count(outcome))
        }
      }
      json.key("baseline")
      Self.write(matrix.baseline, of: nil, to: &json)
      json.key("rows")
      json.array { json in
        for row in matrix.rows {
          json.object { json in
            json.member("interaction", row.interaction)
            json.member("location", row.location)
            json.key("cells")
            json.array { json in
              for (fault, cell) in zip(matrix.faults, row.cells) {
                Self.write(cell, of: fault, to: &json)
              }
            }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func write(
    _ cell: RehearsalMatrix.Cell, of fault: String?, to json: inout JSONWriter
  ) {
    json.object { json in
      if let fault {
        json.member("fault", fault)
        json.member("outcome", cell.outcome.rawValue)
        json.member("attempts", cell.attempts)
      }
      RehearsalJSON.write(cell.end, to: &json)
      json.member("durationMs", cell.duration)
    }
  }
}
