import Logging
import Synchronization

/// What was logged, for tests.
final class CapturedLog: Sendable {
  private let events = Mutex<[String]>([])

  /// Each event as `level: message key=value…`, in order.
  var lines: [String] { events.withLock { $0 } }

  /// A logger that events of a level and above come here from.
  func logger(_ level: Logger.Level) -> Logger {
    Logger(label: "test") { _ in Handler(log: self, logLevel: level) }
  }

  private struct Handler: LogHandler {
    let log: CapturedLog
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let pairs = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map {
        " \($0.key)=\($0.value)"
      }
      log.events.withLock { $0.append("\(event.level): \(event.message)\(pairs.joined())") }
    }
  }
}
