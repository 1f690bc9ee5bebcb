/// How a process ended.
package enum ProcessExit: Sendable, Hashable, CustomStringConvertible {
  /// It ended by itself.
  case code(Int32)
  /// A signal ended it.
  case signal(Int32)

  /// Reads what `waitpid` tells.
  init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
  }

  /// For messages: `exit code 3` or `signal 9`.
  package var description: String {
    switch self {
    case .code(let code): "exit code \(code)"
    case .signal(let signal): "signal \(signal)"
    }
  }
}
