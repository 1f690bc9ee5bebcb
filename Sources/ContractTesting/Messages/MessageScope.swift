/// Runs the test of a message, and records it.
struct MessageScope {
  let framework: TestFramework
  let site: CallSite
  let parties: Parties
  /// The folder that the test names.
  let folder: String?
  let function: String

  /// Runs a closure; when nothing failed in it the message goes into the contract.
  ///
  /// - Parameter problems: gives what was wrong, when the closure has ended.
  func run<Result>(
    _ interaction: Interaction, problems: () -> [MockProblem] = { [] },
    _ body: () async throws -> Result
  ) async throws -> Result {
    let watch = FailureWatch()
    let result: Result
    do {
      result = try await watch.run(in: framework, body)
    } catch {
      tell(problems(), watch)
      throw error
    }
    tell(problems(), watch)
    guard !watch.hasFailed else { return result }
    if let record = TestingContext.current?.record {
      record.note([interaction], parties)
    } else {
      let loose = LooseRecord(site: site, test: function, folder: folder)
      loose.record.note([interaction], parties)
      try loose.close(in: framework, passed: true)
    }
    return result
  }

  private func tell(_ problems: [MockProblem], _ watch: FailureWatch) {
    for problem in problems {
      watch.noteFailure()
      framework.fail(problem.text, at: problem.site ?? site)
    }
  }
}
