import ContractStore
import Synchronization
import XCTest

/// What a test exercised that belongs to no suite with the trait `.mockService`.
///
/// Its suite's name is that of the file. Swift Testing tells nobody how a test ends, so that it is written
/// when the closure ends and nothing failed in it; XCTest does, so that it is written when the test has passed.
struct LooseRecord {
  let record = TestRecord()
  let site: CallSite
  let test: String
  /// The folder that the test names.
  let folder: String?

  /// Writes what was exercised, now or when the test has passed.
  ///
  /// - Throws: why it cannot be written.
  func close(in framework: TestFramework, passed: Bool) throws {
    guard passed, !record.exercises.isEmpty else { return }
    let suite = SuiteRecord("\(site.module).\(site.fileName)")
    suite.note(test, record, passed: true)
    let folder = try ContractDestination.folder(
      for: site.filePath.description, named: self.folder)
    switch framework {
    case .swiftTesting: try suite.write(to: folder, replaces: false)
    case .xctest:
      try suite.write(to: folder, replaces: false, isTrial: true)
      XCTestObservationCenter.shared.addTestObserver(PassedTestObserver(suite, folder))
    }
  }
}

/// Writes what a test exercised once it has passed.
///
/// XCTest calls it on the main thread, after the test.
private final class PassedTestObserver: NSObject, XCTestObservation, Sendable {
  private let suite: SuiteRecord
  private let folder: String

  init(_ suite: SuiteRecord, _ folder: String) {
    self.suite = suite
    self.folder = folder
  }

  func testCaseDidFinish(_ testCase: XCTestCase) {
    XCTestObservationCenter.shared.removeTestObserver(self)
    guard testCase.testRun?.hasSucceeded == true else { return }
    do throws(StoreError) {
      try suite.write(to: folder, replaces: false)
    } catch {
      // A trial has found no reason before; now there is no test any more that could fail.
      print("error: \(error)")
    }
  }
}
