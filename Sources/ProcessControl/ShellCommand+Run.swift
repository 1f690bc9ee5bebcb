#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ShellCommand {
  /// How long the end is waited for before the outputs, or `shouldStop`, are looked at again.
  private static let tick: Int32 = 10

  /// Runs the command and waits until it has ended.
  ///
  /// A command that ends by itself may leave children behind, which are let alone; when the time is
  /// up, or the caller says so, the shell and its children are killed.
  ///
  /// - Parameter shouldStop: asked a hundred times a second; `true` kills the command.
  package func run(
    shouldStop: () -> Bool = { false }
  ) throws(ProcessFailure) -> ShellOutcome {
    let (group, running) = try start()
    var reader = running
    let clock = ContinuousClock()
    let deadline = timeLimit.map { clock.now + $0 }
    var outcome = ShellOutcome(
      end: .stopped, output: CapturedOutput(limit: outputLimit),
      errors: CapturedOutput(limit: outputLimit))
    func read(_ milliseconds: Int32) -> Bool {
      reader.read(waiting: milliseconds) { stream, bytes in
        switch stream {
        case .output: outcome.output.append(bytes)
        case .errors: outcome.errors.append(bytes)
        }
      }
    }

    var kill: ShellOutcome.End?
    while kill == nil, group.exit == nil {
      if reader.hasEnded { usleep(1_000) } else { _ = read(Self.tick) }
      if shouldStop() { kill = .stopped }
      if let deadline, clock.now >= deadline { kill = kill ?? .timedOut }
    }
    if kill != nil { group.send(SIGKILL) }
    let exit = group.reap()
    // What the command has written is in the pipe by now; a child that still holds it is not awaited.
    var rest = outputLimit
    while rest > 0, !reader.hasEnded, read(0) { rest -= 4_096 }
    reader.end()
    outcome.end = kill ?? .finished(exit)
    return outcome
  }

  /// Starts the shell with its outputs led to a reader.
  func start() throws(ProcessFailure) -> (ProcessGroup, OutputReader) {
    let output = try SystemCalls.pipe()
    defer { close(output.write) }
    let errors: (read: Int32, write: Int32)
    do throws(ProcessFailure) {
      errors = try SystemCalls.pipe()
    } catch {
      close(output.read)
      throw error
    }
    defer { close(errors.write) }
    do throws(ProcessFailure) {
      let group = try ProcessGroup(self, output: output.write, errors: errors.write)
      return (group, OutputReader(output: output.read, errors: errors.read))
    } catch {
      close(output.read)
      close(errors.read)
      throw error
    }
  }
}
