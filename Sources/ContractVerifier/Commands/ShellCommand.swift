#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A command line that `/bin/sh` runs in a process group of its own.
///
/// It is waited for on the thread that runs it. When its time is up it is killed with all processes
/// that it started.
struct ShellCommand: Sendable {
  /// How much of standard output is kept; more ends the command.
  static let largestOutput = 64 << 20
  /// How much of standard error is kept, from its end.
  static let largestErrors = 4_096
  /// The longest time between two looks at whether the command has ended or is to be stopped.
  private static let longestWait: Int32 = 20

  /// What the shell is given.
  let text: String
  /// How long it may take.
  let limit: Duration

  /// Runs the command to its end.
  ///
  /// - Parameters:
  ///   - input: what it reads from standard input.
  ///   - variables: what is added to its environment; one too long for the system is left out.
  ///   - shouldStop: is asked at least every 20 ms; `true` kills the command.
  /// - Throws: what kept it from being started.
  func run(
    input: [UInt8], variables: [(name: String, value: String)] = [],
    shouldStop: () -> Bool = { false }
  ) throws(CommandError) -> CommandOutput {
    let source = try CommandPipe.file(with: input)
    defer { close(source) }
    var output = try CommandPipe()
    var errors: CommandPipe
    do throws(CommandError) {
      errors = try CommandPipe()
    } catch {
      output.close()
      throw error
    }
    defer {
      output.close()
      errors.close()
    }
    let process = try SpawnedShell.start(
      text, input: source, output: output.write, errors: errors.write, variables: variables)
    output.closeWriting()
    errors.closeWriting()
    return wait(for: process, &output, &errors, shouldStop)
  }

  private func wait(
    for process: SpawnedShell, _ output: inout CommandPipe, _ errors: inout CommandPipe,
    _ shouldStop: () -> Bool
  ) -> CommandOutput {
    let clock = ContinuousClock()
    let start = clock.now
    var result = CommandOutput(end: .code(0), output: [], errors: [])
    while true {
      CommandPipe.wait(output, errors, milliseconds: Self.longestWait)
      // Whether it has ended is asked first: what it wrote before is read after.
      let end = process.end()
      output.readAvailable(into: &result.output, atMost: Self.largestOutput + 1)
      errors.readAvailable(into: &result.errors, atMost: .max)
      if result.errors.count > Self.largestErrors {
        result.errors.removeFirst(result.errors.count - Self.largestErrors)
      }
      if result.output.count > Self.largestOutput {
        result.end = .tooLarge
      } else if let end {
        // Processes that it left in the background may keep the pipes; they are not waited for.
        result.end = end
        return result
      } else if clock.now - start >= limit {
        result.end = .timeout
      } else if shouldStop() {
        result.end = .cancelled
      } else {
        continue
      }
      process.kill()
      return result
    }
  }
}

/// Why a command could not be started.
struct CommandError: Error, Hashable {
  var message: String

  /// - Parameter what: what was tried when the system refused it.
  init(_ what: String) {
    message = "\(what): \(String(cString: strerror(errno)))"
  }
}
