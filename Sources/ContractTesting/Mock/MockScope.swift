import Testing

/// Runs a test with a mock, and tells what was wrong.
struct MockScope {
  let mock: MockService
  let framework: TestFramework
  let site: CallSite
  /// The line of the test, when it is another one.
  var location: Testing.SourceLocation?

  /// Runs a closure, stops the mock, and tells in the task of the test what was wrong.
  ///
  /// - Parameters:
  ///   - watch: notes whether something failed.
  ///   - record: gets the interactions that were exercised.
  ///   - parties: those of the contract.
  func run<Result>(
    _ watch: FailureWatch, _ record: TestRecord?, _ parties: Parties?,
    _ body: () async throws -> Result
  ) async throws -> Result {
    var context = TestingContext.current ?? TestingContext()
    context.mock = mock
    do {
      let result = try await TestingContext.$current.withValue(context) {
        try await watch.run(in: framework, body)
      }
      await end(watch, record, parties)
      return result
    } catch {
      // What the mock saw often explains what was thrown.
      await end(watch, record, parties)
      throw error
    }
  }

  private func end(_ watch: FailureWatch, _ record: TestRecord?, _ parties: Parties?) async {
    if let record, let parties { record.note(await mock.exercised(), parties) }
    for problem in await mock.finish() {
      watch.noteFailure()
      framework.fail(
        problem.text, at: problem.site ?? site, pointingTo: problem.site == nil ? location : nil)
    }
  }
}
