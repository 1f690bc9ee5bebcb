import CoreMetrics
import Synchronization

/// A number that goes up and down.
final class GaugeSeries: MetricSeries, MeterHandler, RecorderHandler {
  private let value = Mutex<Double>(0)

  func set(_ value: Int64) { self.value.withLock { $0 = Double(value) } }

  func set(_ value: Double) { self.value.withLock { $0 = value } }

  func increment(by amount: Double) { value.withLock { $0 += amount } }

  func decrement(by amount: Double) { value.withLock { $0 -= amount } }

  func record(_ value: Int64) { set(value) }

  func record(_ value: Double) { set(value) }

  func write(_ name: String, _ labels: MetricLabels, to writer: inout MetricsWriter) {
    writer.sample(name, labels.text, MetricsWriter.number(value.withLock { $0 }))
  }
}
