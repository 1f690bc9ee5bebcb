import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A command that runs while other things happen, until it is stopped.
///
/// A thread of its own takes what it writes, so that it never waits for a reader. The time limit of
/// the command does not apply.
package final class BackgroundCommand: Sendable {
  private struct State {
    var output: CapturedOutput
    var errors: CapturedOutput
    var isStopping = false
    var isReaped = false
    var exit: ProcessExit?
    /// Whether the shell and everybody who could write has ended.
    var isOver = false
  }

  /// How long the reader waits before it looks whether the process has ended.
  private static let tick: Int32 = 20

  private let group: ProcessGroup
  private let state: Mutex<State>

  /// Starts a command.
  package init(_ command: ShellCommand) throws(ProcessFailure) {
    let (group, reader) = try command.start()
    self.group = group
    let empty = CapturedOutput(limit: command.outputLimit)
    state = Mutex(State(output: empty, errors: empty))
    DispatchQueue(label: "counterpart.command").async { [self] in collect(reader) }
  }

  /// How the command ended, or `nil` while it runs.
  package var exit: ProcessExit? { state.withLock { $0.exit } }

  /// What it has written to standard output so far.
  package var output: CapturedOutput { state.withLock { $0.output } }

  /// What it has written to standard error so far.
  package var errors: CapturedOutput { state.withLock { $0.errors } }

  /// Ends the command with its children, and waits until they have ended.
  ///
  /// - Parameter grace: how long SIGTERM is given before SIGKILL follows.
  package func stop(grace: Duration = .seconds(5)) {
    send(SIGTERM)
    let clock = ContinuousClock()
    let deadline = clock.now + grace
    while !isOver, clock.now < deadline { usleep(5_000) }
    // Children that closed their outputs would live on without it.
    send(SIGKILL)
    state.withLock { $0.isStopping = true }
    while !isReaped { usleep(1_000) }
  }

  /// Kills the command with its children at once, without waiting.
  package func kill() { send(SIGKILL) }

  private var isOver: Bool { state.withLock { $0.isOver } }
  private var isReaped: Bool { state.withLock { $0.isReaped } }

  private func send(_ signal: Int32) {
    state.withLock { state in
      if !state.isReaped { group.send(signal) }
    }
  }

  /// Takes what is written until the command is stopped. The shell's number is kept until then, even
  /// when the shell has ended, so that its children can be reached.
  private func collect(_ running: OutputReader) {
    var reader = running
    while !state.withLock({ $0.isStopping }) {
      let isEnded = group.exit != nil
      if reader.hasEnded {
        if isEnded { note(isOver: true) }
        usleep(5_000)
      } else if !read(&reader, Self.tick), isEnded {
        // All that it wrote was read before its end is told.
        note(isOver: reader.hasEnded)
      }
    }
    var rest = 1_000
    while rest > 0, !reader.hasEnded, read(&reader, 0) { rest -= 1 }
    reader.end()
    let exit = group.reap()
    state.withLock { state in
      state.exit = state.exit ?? exit
      state.isReaped = true
    }
  }

  private func note(isOver: Bool) {
    let exit = group.exit
    state.withLock { state in
      state.exit = state.exit ?? exit
      state.isOver = isOver
    }
  }

  private func read(_ reader: inout OutputReader, _ milliseconds: Int32) -> Bool {
    reader.read(waiting: milliseconds) { stream, bytes in
      state.withLock { state in
        switch stream {
        case .output: state.output.append(bytes)
        case .errors: state.errors.append(bytes)
        }
      }
    }
  }
}
