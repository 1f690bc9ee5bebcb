import ProcessControl
import Testing

/// Commands that are run to their end.
@Suite struct ShellCommandTests {
  @Test func `both outputs and the exit code are told`() throws {
    let outcome = try ShellCommand("echo out; echo err >&2; exit 3").run()
    #expect(outcome.end == .finished(.code(3)))
    #expect(outcome.output.text == "out\n")
    #expect(outcome.errors.text == "err\n")
    #expect(!outcome.isSuccess)
  }

  @Test func `a signal is told`() throws {
    let outcome = try ShellCommand("kill -9 $$").run()
    #expect(outcome.end == .finished(.signal(9)))
  }

  @Test func `the command reads its input, however long it is`() throws {
    let input = [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000)
    let outcome = try ShellCommand("cat", input: input, outputLimit: 4_000_000).run()
    #expect(outcome.isSuccess)
    #expect(outcome.output.bytes == input)
  }

  @Test func `input that nobody reads does no harm`() throws {
    let input = [UInt8](repeating: 0, count: 3_000_000)
    #expect(try ShellCommand("exit 0", input: input).run().isSuccess)
  }

  @Test func `variables are added to those of this process`() throws {
    let command = ShellCommand(
      #"printf %s "$ORDER $HOME""#, environment: ["ORDER": "42", "HOME": "here"])
    #expect(try command.run().output.text == "42 here")
    #expect(try ShellCommand(#"test -n "$PATH""#).run().isSuccess)
  }

  @Test(.timeLimit(.minutes(1)))
  func `when the time is up the children are killed too`() throws {
    // The child would hold the outputs for an hour.
    let command = ShellCommand(
      "sleep 3600 & echo $!; wait", timeLimit: .milliseconds(300))
    let outcome = try command.run()
    #expect(outcome.end == .timedOut)
    let child = outcome.output.text.split(separator: "\n").first ?? ""
    try awaitEnd(of: String(child))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a command that ignores SIGTERM is stopped`() throws {
    var asked = 0
    let outcome = try ShellCommand("trap '' TERM; while :; do sleep 1; done").run {
      asked += 1
      return asked > 2
    }
    #expect(outcome.end == .stopped)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a child that goes on behind the command is not awaited`() throws {
    let outcome = try ShellCommand("sleep 3600 & echo $!").run()
    #expect(outcome.isSuccess)
    let child = outcome.output.text.split(separator: "\n").first ?? ""
    #expect(try ShellCommand("kill \(child)").run().isSuccess)
  }

  @Test func `of a long output the first and the last lines are kept`() throws {
    let command = ShellCommand(
      "i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); done", outputLimit: 200)
    let text = try command.run().output.text
    #expect(text.hasPrefix("line 0\nline 1\n"))
    #expect(text.hasSuffix("\nline 1998\nline 1999\n"))
    #expect(text.contains("bytes left out …\nline 1"))
    #expect(text.utf8.count < 300)
  }
}

/// Waits until there is no such process, or only what is left of it; the suite's limit ends it.
func awaitEnd(of process: String) throws {
  try #require(Int(process) != nil, "'\(process)' is no process")
  let gone = "[ ! -e /proc/\(process) ] || grep -q ') Z ' /proc/\(process)/stat"
  #if os(Linux)
    while try !ShellCommand(gone).run().isSuccess {}
  #else
    while try ShellCommand("kill -0 \(process)").run().isSuccess {}
  #endif
}
