/// The series of one name.
struct MetricFamily: Sendable {
  /// What kind they are.
  let kind: MetricKind
  /// What is said of them.
  let help: String?
  /// The series by their labels.
  var series: [MetricLabels: any MetricSeries] = [:]
}

/// One metric with its labels.
protocol MetricSeries: AnyObject, Sendable {
  /// Writes its values.
  func write(_ name: String, _ labels: MetricLabels, to writer: inout MetricsWriter)
}
