import ContractMatching
import ContractStore
import Logging

/// Writes each event as a line to standard error.
struct LineLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level
  private let format: LogFormat

  /// Creates a handler.
  ///
  /// - Parameters:
  ///   - format: how a line looks.
  ///   - logLevel: the level from which on events are written.
  init(_ format: LogFormat, logLevel: Logger.Level) {
    self.format = format
    self.logLevel = logLevel
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var metadata = metadata.merging(event.metadata ?? [:]) { $1 }
    if let error = event.error { metadata["error"] = "\(error)" }
    let line = LogLine(
      time: Moment(WallClock.now()), level: event.level, message: event.message.description,
      metadata: metadata)
    Terminal.log(format == .json ? line.json : line.text)
  }
}
