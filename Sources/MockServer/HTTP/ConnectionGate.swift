import CoreMetrics
import Logging

/// How many connections a listener takes, and who is told of them.
struct ConnectionGate: Sendable {
  /// The most connections that are open at a time.
  var limit = MockServer.defaultConnectionLimit
  /// Is told how many are open.
  var open: Meter?
  /// Counts those that were refused.
  var refused: Counter?
  /// Is told when connections begin to be refused.
  var logger: Logger?
}
