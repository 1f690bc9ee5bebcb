import CoreMetrics
import Synchronization

/// How often values were at most as large as each of some bounds.
final class HistogramSeries: MetricSeries, RecorderHandler, TimerHandler {
  private struct State {
    /// How many values lie in each bucket, the one above all bounds at the end.
    var counts: [Int]
    var sum = 0.0
  }

  private let bounds: [Double]
  private let state: Mutex<State>

  /// Creates a histogram without values.
  ///
  /// - Parameter bounds: the upper bounds, ascending.
  init(_ bounds: [Double]) {
    self.bounds = bounds
    state = Mutex(State(counts: Array(repeating: 0, count: bounds.count + 1)))
  }

  func record(_ value: Int64) { record(Double(value)) }

  func record(_ value: Double) {
    guard !value.isNaN else { return }
    let place = bounds.firstIndex { value <= $0 } ?? bounds.count
    state.withLock { state in
      state.counts[place] += 1
      state.sum += value
    }
  }

  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1_000_000_000) }

  func write(_ name: String, _ labels: MetricLabels, to writer: inout MetricsWriter) {
    let state = state.withLock { $0 }
    var count = 0
    for (bound, inBucket) in zip(bounds + [.infinity], state.counts) {
      count += inBucket
      writer.sample("\(name)_bucket", labels.bucket(bound), "\(count)")
    }
    writer.sample("\(name)_sum", labels.text, MetricsWriter.number(state.sum))
    writer.sample("\(name)_count", labels.text, "\(count)")
  }
}
