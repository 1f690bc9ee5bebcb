/// A command for `/bin/sh`, with what it reads and how long it may take.
package struct ShellCommand: Sendable, Hashable {
  /// The text that the shell runs.
  package var text: String
  /// What the command reads from its standard input.
  package var input: [UInt8]
  /// Variables that are set besides those of this process.
  package var environment: [String: String]
  /// How long the command may run, or `nil` for as long as it likes.
  package var timeLimit: Duration?
  /// How many bytes of each of its outputs are kept.
  package var outputLimit: Int

  /// Creates a command without starting it.
  package init(
    _ text: String, input: [UInt8] = [], environment: [String: String] = [:],
    timeLimit: Duration? = nil, outputLimit: Int = 1 << 20
  ) {
    self.text = text
    self.input = input
    self.environment = environment
    self.timeLimit = timeLimit
    self.outputLimit = outputLimit
  }
}
