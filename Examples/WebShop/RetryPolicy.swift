import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// When and how often to try again.
struct RetryPolicy: Sendable {
  /// How often to try at most.
  var attempts = 4
  /// How long to wait between two attempts.
  var pause: Duration = .milliseconds(100)
  /// How long an attempt may take.
  var timeout: Duration = .seconds(2)

  /// Whether an error may be gone by the next attempt.
  func isWorthRetrying(_ error: any Error) -> Bool {
    switch error {
    case ClientError.status(let status, _, _): status == 503
    case let error as URLError:
      ![.badURL, .unsupportedURL, .cancelled].contains(error.code)
    default: false
    }
  }
}
