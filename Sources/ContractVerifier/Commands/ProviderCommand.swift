import ProcessControl

/// A command line for a state or a message, which is waited for on the thread that runs it.
struct ProviderCommand {
  /// How much of standard error is told.
  private static let toldErrors = 4_096

  /// What the shell is given.
  let text: String
  /// How long it may take.
  let limit: Duration

  /// Runs the command to its end.
  ///
  /// - Parameters:
  ///   - input: what it reads from standard input.
  ///   - variables: what is added to its environment.
  ///   - shouldStop: `true` kills the command with its children.
  /// - Throws: what kept it from being started.
  func run(
    input: [UInt8], variables: [(name: String, value: String)] = [],
    shouldStop: () -> Bool = { false }
  ) throws(ProcessFailure) -> CommandOutput {
    let command = ShellCommand(
      text, input: input,
      environment: Dictionary(variables.map { ($0.name, $0.value) }) { _, last in last },
      timeLimit: limit, outputLimit: CommandOutput.largestOutput)
    let outcome = try command.run(shouldStop: shouldStop)
    let errors = Array(outcome.errors.text.utf8.suffix(Self.toldErrors))
    guard let output = outcome.output.bytes else {
      return CommandOutput(end: .tooLarge, output: [], errors: errors)
    }
    let end: CommandOutput.End =
      switch outcome.end {
      case .finished(.code(let code)): .code(code)
      case .finished(.signal(let signal)): .signal(signal)
      case .timedOut: .timeout
      case .stopped: .cancelled
      }
    return CommandOutput(end: end, output: output, errors: errors)
  }
}
