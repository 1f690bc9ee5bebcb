import CoreMetrics
import MetricsText
import Testing

@Suite struct PrometheusMetricsTests {
  @Test func `each kind of metric is told as Prometheus reads it, in one order`() {
    let metrics = PrometheusMetrics(
      help: ["requests": "What came.\nAnd \\ went."], buckets: [0.1, 1])
    Counter(label: "requests", dimensions: [("outcome", "b")], factory: metrics).increment()
    let first = Counter(label: "requests", dimensions: [("outcome", "a")], factory: metrics)
    first.increment(by: 2)
    Meter(label: "open", factory: metrics).set(7)
    FloatingPointCounter(label: "cost", factory: metrics).increment(by: 1.5)
    let timer = CoreMetrics.Timer(label: "wait_seconds", factory: metrics)
    timer.recordMilliseconds(50)
    timer.recordSeconds(1)
    timer.recordSeconds(2)
    #expect(
      metrics.text == """
        # TYPE cost_total counter
        cost_total 1.5
        # TYPE open gauge
        open 7
        # HELP requests_total What came.\\nAnd \\\\ went.
        # TYPE requests_total counter
        requests_total{outcome="a"} 2
        requests_total{outcome="b"} 1
        # TYPE wait_seconds histogram
        wait_seconds_bucket{le="0.1"} 1
        wait_seconds_bucket{le="1"} 2
        wait_seconds_bucket{le="+Inf"} 3
        wait_seconds_sum 3.05
        wait_seconds_count 3

        """)
  }

  @Test func `names and values that the text cannot hold are made legal`() {
    let metrics = PrometheusMetrics()
    let labels = [("a-b", "x\"y\\z\nü"), ("2", ""), ("a_b", "last")]
    Counter(label: "http.requests total", dimensions: labels, factory: metrics).increment()
    Recorder(
      label: "9", dimensions: [("le", "1")], aggregate: false, factory: metrics
    ).record(1e300)
    #expect(
      metrics.text == """
        # TYPE _9 gauge
        _9{exported_le="1"} 1e+300
        # TYPE http_requests_total counter
        http_requests_total{_2="",a_b="last"} 1

        """)
    let escaped = PrometheusMetrics()
    Meter(label: "m", dimensions: [("v", "x\"y\\z\nü")], factory: escaped).set(Double.infinity)
    #expect(escaped.text == "# TYPE m gauge\nm{v=\"x\\\"y\\\\z\\nü\"} +Inf\n")
  }

  @Test func `the same metric made twice is one, and one that is destroyed is gone`() {
    let metrics = PrometheusMetrics()
    let labels = [("b", "2"), ("a", "1")]
    Counter(label: "c", dimensions: labels, factory: metrics).increment()
    let again = Counter(label: "c_total", dimensions: labels.reversed(), factory: metrics)
    again.increment()
    again.increment(by: -5 as Int64)
    #expect(metrics.text == "# TYPE c_total counter\nc_total{a=\"1\",b=\"2\"} 2\n")
    again.destroy()
    #expect(metrics.text == "")
  }

  @Test func `a name of two kinds stays valid`() {
    let metrics = PrometheusMetrics()
    Meter(label: "x", factory: metrics).set(1)
    CoreMetrics.Timer(label: "x", factory: metrics).recordSeconds(1)
    #expect(metrics.text == "# TYPE x gauge\nx 1\n")
  }

  @Test func `counting from many threads loses nothing`() async {
    let metrics = PrometheusMetrics()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let counter = Counter(label: "c", factory: metrics)
          let meter = Meter(label: "m", factory: metrics)
          for _ in 0..<1_000 {
            counter.increment()
            meter.increment()
          }
        }
      }
    }
    #expect(metrics.text.contains("\nc_total 8000\n"))
    #expect(metrics.text.contains("\nm 8000\n"))
  }
}
