import ArgumentParser
import Logging

/// What a mock logs to standard error.
struct LogOptions: ParsableArguments {
  @Option(
    name: .customLong("log"),
    help: "Log events of this level and above to standard error.")
  var level = LogLevelOption.warning

  @Option(name: .customLong("log-format"), help: "How events are logged.")
  var format = LogFormat.text

  /// What events are told to.
  var logger: Logger {
    let format = format
    let level = level.level
    return Logger(label: "counterpart") { _ in LineLogHandler(format, logLevel: level) }
  }
}

/// How a line of the log looks.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// The levels of the log, by their names.
enum LogLevelOption: String, ExpressibleByArgument, CaseIterable {
  case trace
  case debug
  case info
  case notice
  case warning
  case error
  case critical

  /// The level.
  var level: Logger.Level {
    switch self {
    case .trace: .trace
    case .debug: .debug
    case .info: .info
    case .notice: .notice
    case .warning: .warning
    case .error: .error
    case .critical: .critical
    }
  }
}
