import CoreMetrics
import MetricsText
import MockEngine

/// What a mock counts.
///
/// A metric is made when it is first needed and kept: counting a request is a look into an array and
/// an addition, without a lock or a text.
///
/// It belongs to one event loop.
final class MockMetrics {
  /// The metrics of this mock as text; `nil` when they go elsewhere.
  let text: PrometheusMetrics?
  /// How many connections are open.
  let connections: Meter
  /// How many connections were refused for there being too many.
  let refusedConnections: Counter
  /// How long a provider took that requests are forwarded to.
  let forwardTime: CoreMetrics.Timer
  private let factory: any MetricsFactory
  private var requests: [Counter?]
  private var faults: [String: Counter] = [:]
  private let evictions: Counter
  private let journalSize: Meter
  private let stubs: Meter
  private let interactions: Meter
  private let sessions: Meter
  private let start: Meter

  private static let prefix = "counterpart_mock_"
  private static let help = [
    "requests": "Requests by what became of them and by the status of the answer.",
    "faults": "Faults that befell requests and connections, by type.",
    "connections": "Connections that are open.",
    "refused_connections": "Connections refused because too many were open.",
    "forward_seconds": "Time until a provider that requests are forwarded to had answered.",
    "journal_evicted_requests": "Requests that the journal forgot to stay within its limit.",
    "journal_bytes": "Bytes of requests that the journal keeps.",
    "stubs": "Stubs that are played.",
    "interactions": "Interactions of contracts that are played.",
    "sessions": "Sessions that have not ended.",
    "start_time_seconds": "When the mock began to listen, in seconds since 1970.",
  ]
  private static let classes = ["none", "1xx", "2xx", "3xx", "4xx", "5xx"]

  /// Creates metrics with nothing counted.
  ///
  /// - Parameter factory: where they go; `nil` for a text of the mock's own.
  init(_ factory: (any MetricsFactory)? = nil) {
    text =
      factory == nil
      ? PrometheusMetrics(
        help: Dictionary(uniqueKeysWithValues: Self.help.map { (Self.prefix + $0, $1) })) : nil
    let factory = factory ?? text ?? NOOPMetricsHandler.instance
    self.factory = factory
    func meter(_ name: String) -> Meter { Meter(label: Self.prefix + name, factory: factory) }
    func counter(_ name: String) -> Counter { Counter(label: Self.prefix + name, factory: factory) }
    requests = Array(repeating: nil, count: RequestOutcome.allCases.count * Self.classes.count)
    connections = meter("connections")
    refusedConnections = counter("refused_connections")
    forwardTime = CoreMetrics.Timer(label: Self.prefix + "forward_seconds", factory: factory)
    evictions = counter("journal_evicted_requests")
    journalSize = meter("journal_bytes")
    stubs = meter("stubs")
    interactions = meter("interactions")
    sessions = meter("sessions")
    start = meter("start_time_seconds")
  }

  /// Counts a request.
  ///
  /// - Parameter status: the status of the answer; 0 when none was sent.
  func count(_ outcome: RequestOutcome, status: Int) {
    let kind = status / 100
    let place =
      outcome.rawValue * Self.classes.count + (kind < Self.classes.count && kind > 0 ? kind : 0)
    if let counter = requests[place] {
      counter.increment()
    } else {
      let counter = Counter(
        label: Self.prefix + "requests",
        dimensions: [
          ("outcome", outcome.text), ("status", Self.classes[place % Self.classes.count]),
        ], factory: factory)
      requests[place] = counter
      counter.increment()
    }
  }

  /// Counts a fault of a type that befell a request or a connection.
  func count(fault type: String) {
    let counter =
      faults[type]
      ?? Counter(label: Self.prefix + "faults", dimensions: [("type", type)], factory: factory)
    faults[type] = counter
    counter.increment()
  }

  /// Tells when the mock began to listen.
  ///
  /// - Parameter date: the time since 1970.
  func begin(at date: Duration) { start.set(date / .seconds(1)) }

  /// Takes over what is counted elsewhere.
  ///
  /// - Parameters:
  ///   - service: the mock that requests without a session get.
  ///   - others: the mocks of its sessions.
  func refresh(_ service: MockService, _ others: [MockService]) {
    journalSize.set(others.reduce(service.journal.byteCount) { $0 + $1.journal.byteCount })
    for service in [service] + others { countEvictions(of: service) }
    stubs.set(service.engine.stubs.count)
    interactions.set(service.engine.interactions.count)
    sessions.set(others.count)
  }

  /// Counts the requests that a journal forgot since it was last asked.
  func countEvictions(of service: MockService) {
    evictions.increment(by: Int64(service.journal.evictedCount - service.toldEvictions))
    service.toldEvictions = service.journal.evictedCount
  }
}
