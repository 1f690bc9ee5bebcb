/// How a command ended, and what it wrote.
package struct ShellOutcome: Sendable {
  /// What ended a command.
  package enum End: Sendable, Hashable {
    /// The command itself.
    case finished(ProcessExit)
    /// Its time was up: it was killed with its children.
    case timedOut
    /// The caller: it was killed with its children.
    case stopped
  }

  /// What ended it.
  package var end: End
  /// What it wrote to standard output.
  package var output: CapturedOutput
  /// What it wrote to standard error.
  package var errors: CapturedOutput

  /// Whether it ended by itself and with exit code 0.
  package var isSuccess: Bool { end == .finished(.code(0)) }
}
