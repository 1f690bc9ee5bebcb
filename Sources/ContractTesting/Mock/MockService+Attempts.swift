import ClientRehearsal
public import ContractDSL
import ContractModel
import ContractReports
import MockEngine
import MockServer

extension MockService {
  /// How a client tried to do what an interaction is about.
  ///
  /// ```swift
  /// let attempts = await mock.attempts(of: .order42)
  /// #expect(attempts.count == 3)
  /// #expect(attempts.dropFirst().allSatisfy { $0.gap >= .milliseconds(100) })
  /// ```
  ///
  /// - Parameters:
  ///   - interaction: one of those that the mock plays.
  ///   - fileID: the module and the file that a failure is told of.
  ///   - filePath: the path of that file.
  ///   - line: the line that a failure is told of.
  ///   - column: its column.
  /// - Returns: its requests, oldest first.
  public func attempts(
    of interaction: Interaction, fileID: StaticString = #fileID,
    filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) async -> [Attempt] {
    guard let place = interactions.firstIndex(of: interaction) else {
      let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
      note(MockProblem(text: "the mock does not play '\(interaction.description)'", site: site))
      return []
    }
    let entries = await server.requests { $0.answer.interaction == place }.entries
    noteLook(at: entries.map(\.number))
    let attempts = await server.attempts(at: interactions) { $0.answer.interaction == place }
    return attempts.enumerated().map { index, attempt in
      Attempt(attempt, after: index == 0 ? nil : attempts[index - 1])
    }
  }

  /// Checks how the client coped with failures; the test fails for each rule that does not hold.
  ///
  /// - Parameters:
  ///   - contract: what is expected of it.
  ///   - fileID: the module and the file that a failure is told of.
  ///   - filePath: the path of that file.
  ///   - line: the line that a failure is told of.
  ///   - column: its column.
  public func expect(
    _ contract: ResilienceContract, fileID: StaticString = #fileID,
    filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) async {
    let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
    let attempts = await server.attempts(at: interactions)
    let duration = await server.time() - (attempts.first?.time ?? .zero)
    let verdict = RehearsalJudge(attempts, by: contract.expectations).verdict(
      on: "the client", .code(0), after: duration, seed: 0)
    for finding in verdict.findings where !finding.holds {
      let text = ([finding.rule + ": does not hold"] + finding.problems).joined(separator: "\n  ")
      note(MockProblem(text: text, site: site))
    }
  }
}
