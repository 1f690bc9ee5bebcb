import CoreMetrics
import Synchronization

/// A number that only grows; counting takes no lock.
final class CounterSeries: MetricSeries, CounterHandler, FloatingPointCounterHandler {
  private let whole = Atomic<Int64>(0)
  private let fraction = Mutex<Double>(0)

  func increment(by amount: Int64) {
    guard amount > 0 else { return }
    whole.wrappingAdd(amount, ordering: .relaxed)
  }

  func increment(by amount: Double) {
    guard amount > 0, amount.isFinite else { return }
    fraction.withLock { $0 += amount }
  }

  func reset() {
    whole.store(0, ordering: .relaxed)
    fraction.withLock { $0 = 0 }
  }

  func write(_ name: String, _ labels: MetricLabels, to writer: inout MetricsWriter) {
    let whole = whole.load(ordering: .relaxed)
    let fraction = fraction.withLock { $0 }
    writer.sample(
      name, labels.text,
      fraction == 0 ? "\(whole)" : MetricsWriter.number(Double(whole) + fraction))
  }
}
