import Testing
import XCTest

/// The framework that runs a test, to which failures are told.
///
/// It is asked for, and told, in the task of the test alone: what is recorded elsewhere is lost by one
/// framework or the other.
enum TestFramework: Sendable {
  case swiftTesting
  case xctest

  /// The one that runs the current task.
  static var current: TestFramework { Test.current == nil ? .xctest : .swiftTesting }

  /// Fails the test.
  ///
  /// - Parameters:
  ///   - text: what is wrong, and what to do.
  ///   - site: the line that is shown.
  ///   - location: a better line, of another file; XCTest can only tell it in the text.
  func fail(_ text: String, at site: CallSite, pointingTo location: Testing.SourceLocation? = nil) {
    switch self {
    case .swiftTesting:
      Issue.record(Comment(rawValue: text), sourceLocation: location ?? site.location)
    case .xctest: XCTFail(text, file: site.filePath, line: site.line)
    }
  }
}
