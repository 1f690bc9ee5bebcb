/// A command line that `/bin/sh` runs in the background while something else is done, in a process group
/// of its own.
package final class BackgroundProcess {
  private let shell: SpawnedShell
  private let written: ProcessOutput
  private var ending: CommandOutput.End?
  private var isStopped = false

  /// How long processes have to end after SIGTERM before they are killed.
  private static let patience = Duration.seconds(5)

  /// Starts a command with nothing to read from standard input.
  ///
  /// - Throws: what kept it from being started.
  package init(_ command: String) throws(CommandError) {
    let input = try CommandPipe.file(with: [])
    defer { CommandPipe.shut(input) }
    var output = try CommandPipe()
    do throws(CommandError) {
      shell = try SpawnedShell.start(
        command, input: input, output: output.write, errors: output.write, variables: [])
    } catch {
      output.close()
      throw error
    }
    output.closeWriting()
    written = ProcessOutput(reading: output)
  }

  deinit { stop() }

  /// What it wrote so far to standard output and standard error, as far as it is kept: the end of it.
  package var output: String { written.text }

  /// How the command ended, or `nil` while it runs.
  package func end() -> CommandOutput.End? {
    if ending == nil, !isStopped { ending = shell.end() }
    return ending
  }

  /// Ends the command with all processes that it started, and waits until they have.
  package func stop() {
    guard !isStopped else { return }
    _ = end()
    isStopped = true
    // Also where the shell has ended, it may have left processes in its group.
    shell.kill(patience: ending == nil ? Self.patience : .zero)
    written.settle()
  }
}
