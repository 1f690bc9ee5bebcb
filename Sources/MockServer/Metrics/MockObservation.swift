package import CoreMetrics
package import Logging

/// Where a mock tells what it does.
package struct MockObservation: Sendable {
  /// What the metrics go to; `nil` for a text of the mock's own.
  package var metrics: (any MetricsFactory)?
  /// What events are told to.
  package var logger: Logger

  /// Creates ways to tell what a mock does.
  ///
  /// - Parameters:
  ///   - metrics: what the metrics go to; `nil` for a text of the mock's own.
  ///   - logger: what events are told to; `nil` for nobody.
  package init(metrics: (any MetricsFactory)? = nil, logger: Logger? = nil) {
    self.metrics = metrics
    self.logger =
      logger ?? Logger(label: "counterpart") { _ in SwiftLogNoOpLogHandler() }
  }
}
