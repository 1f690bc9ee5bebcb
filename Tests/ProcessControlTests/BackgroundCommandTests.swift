import ProcessControl
import Testing

/// Commands that run beside something else.
@Suite(.timeLimit(.minutes(2))) struct BackgroundCommandTests {
  @Test func `stopping ends the command and its children`() throws {
    let command = try BackgroundCommand(ShellCommand("sleep 3600 & echo $!; wait"))
    while command.output.count == 0 {}
    command.stop()
    #expect(command.exit == .signal(15))
    try awaitEnd(of: command.output.lastLines(1))
  }

  @Test func `who ignores SIGTERM is killed after the grace`() throws {
    let command = try BackgroundCommand(
      ShellCommand("trap '' TERM; echo ready; while :; do sleep 1; done"))
    while command.output.count == 0 {}
    command.stop(grace: .milliseconds(100))
    #expect(command.exit == .signal(9))
  }

  @Test func `a command that cleans up on SIGTERM is awaited`() throws {
    let command = try BackgroundCommand(
      ShellCommand("trap 'echo bye; exit 5' TERM; echo ready; while :; do sleep 0.1; done"))
    while command.output.count == 0 {}
    command.stop(grace: .seconds(60))
    #expect(command.exit == .code(5))
    #expect(command.output.text == "ready\nbye\n")
  }

  @Test func `the end of a command is noticed, after all that it wrote`() throws {
    let command = try BackgroundCommand(ShellCommand("echo no port >&2; exit 7"))
    while command.exit == nil {}
    #expect(command.exit == .code(7))
    #expect(command.errors.text == "no port\n")
    command.stop()
    #expect(command.exit == .code(7))
  }

  @Test func `a child that outlives the shell is ended`() throws {
    let command = try BackgroundCommand(ShellCommand("sleep 3600 & echo $!"))
    while command.exit == nil {}
    command.stop()
    try awaitEnd(of: command.output.lastLines(1))
  }
}
