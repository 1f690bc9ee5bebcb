import ArgumentParser
import MockServer

/// How a mock is shared by tests that run side by side.
struct SharingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The most sessions at a time: mocks of their own for the requests that name one; 0 switches them off.
      """, valueName: "count"))
  var maxSessions = SessionOptions().limit

  @Option(
    help: ArgumentHelp(
      "How long a session is kept that no request names.", valueName: "time"))
  var sessionExpiry = DurationOption(SessionOptions().expiry)

  func validate() throws {
    guard maxSessions >= 0 else {
      throw ValidationError("--max-sessions \(maxSessions): expected at least 0")
    }
    guard sessionExpiry.duration > .zero else {
      throw ValidationError("--session-expiry has to be above 0")
    }
  }

  /// What the options say.
  var options: SessionOptions {
    SessionOptions(limit: maxSessions, expiry: sessionExpiry.duration)
  }
}
