/// How a client coped with each fault at each interaction.
package struct RehearsalMatrix: Sendable, Hashable {
  /// What became of the client.
  package enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// It ended as without a fault.
    case tolerated
    /// It ended as without a fault, but later.
    case degraded
    /// It ended otherwise.
    case broken
    /// It did not end in time.
    case hung
    /// It sent no request to the interaction.
    case unreached
  }

  /// One run of the client.
  package struct Cell: Sendable, Hashable {
    /// What became of the client.
    package var outcome: Outcome
    /// How it ended.
    package var end: RehearsalVerdict.End
    /// How long it ran.
    package var duration: Duration
    /// How many requests it sent to the interaction.
    package var attempts: Int

    /// Creates a cell.
    package init(
      outcome: Outcome, end: RehearsalVerdict.End, duration: Duration, attempts: Int
    ) {
      self.outcome = outcome
      self.end = end
      self.duration = duration
      self.attempts = attempts
    }
  }

  /// An interaction, with a cell for each fault.
  package struct Row: Sendable, Hashable {
    /// The description of the interaction.
    package var interaction: String
    /// Where it stands.
    package var location: FileLocation?
    /// One cell for each fault, in their order.
    package var cells: [Cell]

    /// Creates a row.
    package init(interaction: String, location: FileLocation?, cells: [Cell]) {
      self.interaction = interaction
      self.location = location
      self.cells = cells
    }
  }

  /// The client's command.
  package var client: String
  /// The faults, as `TYPE[,KEY=VALUE]…`.
  package var faults: [String]
  /// The interactions.
  package var rows: [Row]
  /// The run without a fault.
  package var baseline: Cell
  /// The seed that decided what was left to chance.
  package var seed: UInt64
  /// When it was started, in seconds since 1970.
  package var startedAt: Double

  /// Creates a matrix.
  package init(
    client: String, faults: [String], rows: [Row], baseline: Cell, seed: UInt64, startedAt: Double
  ) {
    self.client = client
    self.faults = faults
    self.rows = rows
    self.baseline = baseline
    self.seed = seed
    self.startedAt = startedAt
  }

  /// How many cells have an outcome.
  package func count(_ outcome: Outcome) -> Int {
    rows.reduce(0) { $0 + $1.cells.count { $0.outcome == outcome } }
  }

  /// Whether the client coped everywhere.
  package var holds: Bool { count(.broken) == 0 && count(.hung) == 0 }
}

extension RehearsalMatrix.Outcome {
  /// Judges a run by the one without a fault.
  ///
  /// - Parameter slower: how much longer the run may have taken.
  package init(
    of end: RehearsalVerdict.End, after duration: Duration, attempts: Int,
    beside baseline: RehearsalMatrix.Cell, slower: Duration
  ) {
    self =
      if end == .timedOut {
        .hung
      } else if attempts == 0 {
        .unreached
      } else if end != baseline.end {
        .broken
      } else {
        duration > baseline.duration + slower ? .degraded : .tolerated
      }
  }
}
