package import CoreMetrics
import Synchronization

/// Metrics that can be asked for as text, in version 0.0.4 of Prometheus's format.
///
/// Counters get `_total` behind their name, meters and recorders that do not aggregate are gauges,
/// timers (in seconds) and other recorders are histograms with fixed buckets. What a metric's name may
/// not hold becomes `_`. The same values give the same text, whatever the order they came in. A metric
/// whose name another kind of metric has already is counted, but not told: the text would be invalid.
package final class PrometheusMetrics: MetricsFactory {
  /// What tells the format to whoever asks, as `Content-Type`.
  package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  /// The upper bounds of the buckets unless told otherwise, Prometheus's own: in seconds.
  package static let usualBuckets: [Double] = [
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
  ]

  private let families = Mutex<[String: MetricFamily]>([:])
  private let help: [String: String]
  private let buckets: [Double]

  /// Creates a place for metrics, with none.
  ///
  /// - Parameters:
  ///   - help: what is said of metrics, by the names that they have in Swift.
  ///   - buckets: the upper bounds of the buckets of histograms, without infinity.
  package init(
    help: [String: String] = [:], buckets: [Double] = PrometheusMetrics.usualBuckets
  ) {
    self.help = help
    self.buckets = Set(buckets).filter(\.isFinite).sorted()
  }

  /// The text of all metrics.
  package var text: String {
    let families = families.withLock { $0 }
    var writer = MetricsWriter()
    for (name, family) in families.sorted(by: { $0.key < $1.key }) where !family.series.isEmpty {
      writer.begin(name, family.kind, help: family.help)
      for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
        series.write(name, labels, to: &writer)
      }
    }
    return writer.text
  }

  package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    series(label, dimensions, .counter) { CounterSeries() }
  }

  package func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    series(label, dimensions, .counter) { CounterSeries() }
  }

  package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    series(label, dimensions, .gauge) { GaugeSeries() }
  }

  package func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    aggregate
      ? series(label, dimensions, .histogram) { HistogramSeries(buckets) }
      : series(label, dimensions, .gauge) { GaugeSeries() }
  }

  package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    series(label, dimensions, .histogram) { HistogramSeries(buckets) }
  }

  package func destroyCounter(_ handler: any CounterHandler) { remove(handler) }

  package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {
    remove(handler)
  }

  package func destroyMeter(_ handler: any MeterHandler) { remove(handler) }

  package func destroyRecorder(_ handler: any RecorderHandler) { remove(handler) }

  package func destroyTimer(_ handler: any TimerHandler) { remove(handler) }

  /// The series of a name and labels: the one that is there, or another.
  private func series<Series: MetricSeries>(
    _ label: String, _ dimensions: [(String, String)], _ kind: MetricKind, _ make: () -> Series
  ) -> Series {
    let name = kind.name(of: label)
    let labels = MetricLabels(dimensions)
    return families.withLock { families in
      var family = families[name] ?? MetricFamily(kind: kind, help: help[label])
      guard family.kind == kind else { return make() }
      if let known = family.series[labels] as? Series { return known }
      let series = make()
      family.series[labels] = series
      families[name] = family
      return series
    }
  }

  private func remove(_ handler: AnyObject) {
    families.withLock { families in
      for (name, family) in families {
        guard let labels = family.series.first(where: { $0.value === handler })?.key else {
          continue
        }
        families[name]?.series[labels] = nil
      }
    }
  }
}
