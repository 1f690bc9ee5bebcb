import Synchronization
import Testing

/// Sees whether something failed while a closure ran.
final class FailureWatch: Sendable {
  private let flag = Mutex(false)

  /// Whether something failed so far.
  var hasFailed: Bool { flag.withLock { $0 } }

  /// Notes a failure.
  func noteFailure() { flag.withLock { $0 = true } }

  /// Runs a closure in the task of a test; what fails in it is recorded as ever.
  ///
  /// XCTest tells nobody before the test ends, so that there only what is thrown is seen here.
  func run<Result>(
    in framework: TestFramework, _ body: () async throws -> Result
  ) async throws -> Result {
    do {
      switch framework {
      case .xctest: return try await body()
      case .swiftTesting: return try await watching(body)
      }
    } catch {
      noteFailure()
      throw error
    }
  }

  /// Swift Testing asks those who know of issues about each one; this one knows of none.
  private func watching<Result>(_ body: () async throws -> Result) async throws -> Result {
    var result: Result?
    try await withKnownIssue(isIntermittent: true) {
      result = try await body()
    } matching: { issue in
      if issue.severity == .error { self.noteFailure() }
      return false
    }
    guard let result else { throw CancellationError() }
    return result
  }
}
