import ContractModel
import ContractReports
import MockEngine
import MockServer

extension MockService {
  /// Stops the mock, and gives what was wrong with the requests that it got.
  func finish() async -> [MockProblem] {
    var problems = self.problems
    if isContracted {
      let verdict = await server.verdict()
      let result = await server.result()
      problems = verdict.missing.map(problem) + unexpected(result) + problems
    }
    await server.stop()
    return problems
  }

  /// The interactions that a request was really answered with as the contract says.
  func exercised() async -> [Interaction] {
    guard hasFaults else {
      // Counts are exact, whatever the journal forgot.
      let missing = Set(await server.verdict().missing.map(\.description))
      return interactions.filter { !missing.contains($0.description) }
    }
    let excerpt = await server.requests()
    let places = excerpt.entries.compactMap { entry in
      entry.fault.map(\.keepsAnswer) ?? true ? entry.answer.interaction : nil
    }
    let seen = Set(places)
    return interactions.enumerated().filter { seen.contains($0.offset) }.map(\.element)
  }

  private func problem(_ missing: MockVerdict.Missing) -> MockProblem {
    let place = interactions.first { $0.description == missing.description }?.location
    let diagnostics = server.diagnostics.map(\.message).filter { $0.contains(missing.description) }
    return MockProblem(
      text: ([
        """
        no request for '\(missing.description)'\(place.map { " (\($0))" } ?? ""): expected \
        \(missing.method) \(missing.path)
        """
      ] + diagnostics).joined(separator: "\n"))
  }

  /// What the requests that none accepted differ in.
  private func unexpected(_ result: VerificationResult) -> [MockProblem] {
    result.results.dropFirst(interactions.count).map { result in
      MockProblem(text: "unexpected request " + TextReport.account(of: result))
    }
  }
}
