import ArgumentParser
import ContractModel
import ContractStore
import FaultModel
import MockServer

/// Runs a client without a fault, and then for each interaction and fault.
struct MatrixRehearsal {
  let contracts: [Contract]
  let client: ClientRun
  /// How many requests a fault befalls; `nil` for all.
  let rounds: Int?
  let slower: Duration
  let seed: UInt64
  let interruption: Interruption

  /// - Throws: an exit code after telling why, when the client fails without a fault or cannot be started.
  func run(
    _ interactions: [Interaction], under faults: [(text: String, fault: HTTPFault)],
    command: [String]
  ) async throws -> RehearsalMatrix {
    let startedAt = WallClock.now() / .seconds(1)
    var baselines: [[String: String]: RehearsalMatrix.Cell] = [:]
    var rows: [RehearsalMatrix.Row] = []
    var first: RehearsalMatrix.Cell?
    for interaction in interactions {
      // A client that is told of the interaction may do something else for each.
      let places = places(of: interaction)
      let key = command.contains(where: isParticular) ? places : [:]
      let baseline: RehearsalMatrix.Cell
      if let known = baselines[key] {
        baseline = known
      } else {
        baseline = try await self.baseline(interaction)
      }
      baselines[key] = baseline
      first = first ?? baseline
      var cells: [RehearsalMatrix.Cell] = []
      for fault in faults {
        cells.append(try await cell(interaction, fault.fault, beside: baseline))
      }
      rows.append(
        .init(interaction: interaction.description, location: interaction.location, cells: cells))
    }
    let none = RehearsalMatrix.Cell(
      outcome: .tolerated, end: .code(0), duration: .zero, attempts: 0)
    return RehearsalMatrix(
      client: command.joined(separator: " "), faults: faults.map(\.text), rows: rows,
      baseline: first ?? none, seed: seed, startedAt: startedAt)
  }

  private func isParticular(_ word: String) -> Bool {
    ["{interaction}", "{method}", "{path}"].contains { word.contains($0) }
  }

  private func places(of interaction: Interaction) -> [String: String] {
    guard case .http(let request, _) = interaction.content else { return [:] }
    let query = PercentCoding.query(request.query ?? [])
    let path = PercentCoding.encode(request.path, allowing: "/%:@!$&'()*+,;=")
    return [
      "interaction": interaction.description, "method": request.method.uppercased(),
      "path": path + (query.isEmpty ? "" : "?" + query),
    ]
  }

  private func baseline(_ interaction: Interaction) async throws -> RehearsalMatrix.Cell {
    let (outcome, _) = try await outcome(interaction, [])
    guard outcome.end == .code(0) else {
      Terminal.log(
        "error: the client ended with \(outcome.end) without any fault, so that a fault would say"
          + " nothing; the last of what it wrote:")
      Terminal.log(outcome.output)
      throw ExitCode.badContract
    }
    return .init(outcome: .tolerated, end: outcome.end, duration: outcome.duration, attempts: 0)
  }

  private func cell(
    _ interaction: Interaction, _ fault: HTTPFault, beside baseline: RehearsalMatrix.Cell
  ) async throws -> RehearsalMatrix.Cell {
    let script = FaultScript(
      name: fault.type, target: .interaction(description: interaction.description),
      steps: [FaultStep(fault)], rounds: rounds, seed: seed)
    let (outcome, plays) = try await outcome(interaction, [script])
    return .init(
      outcome: .init(
        of: outcome.end, after: outcome.duration, attempts: plays, beside: baseline,
        slower: slower), end: outcome.end, duration: outcome.duration, attempts: plays)
  }

  /// Runs the client once, and counts what it asked of the interaction.
  private func outcome(
    _ interaction: Interaction, _ scripts: [FaultScript]
  ) async throws -> (ClientRun.Outcome, plays: Int) {
    let mock = try await RehearsalMock(contracts, scripts, seed: seed)
    var places = places(of: interaction)
    places["url"] = mock.server.url
    let outcome = try await client.run(places)
    let plays = await mock.server.plays(of: interaction.description)
    await mock.server.stop()
    if outcome.isStopped, let code = interruption.exitCode { throw ExitCode(code) }
    return (outcome, plays)
  }
}
