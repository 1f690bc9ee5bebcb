import Logging
import MockEngine

/// What a mock works with besides what it plays; its sessions share it.
struct MockSurroundings {
  /// Who may use the admin API.
  var access = AdminAccess()
  /// How the mock serves TLS, if it does.
  var tls: TLSSetup?
  /// The services that requests may go to.
  var forwarders: Forwarders?
  /// The provider of requests that no interaction accepts.
  var target: ForwardTarget?
  /// Whether the mock is there to record what the provider answers.
  var isRecorder = false
  /// What the mock counts.
  let metrics: MockMetrics
  /// What events are told to.
  let logger: Logger
  /// Whether unmatched requests are logged.
  let tellsUnmatched: Bool
  /// Whether every request is logged.
  let tellsRequests: Bool

  /// Creates the surroundings of a mock that reaches nothing.
  init(_ observation: MockObservation = MockObservation()) {
    metrics = MockMetrics(observation.metrics)
    logger = observation.logger
    tellsUnmatched = logger.logLevel <= .info
    tellsRequests = logger.logLevel <= .debug
  }
}
