import Foundation
import Testing

@testable import ContractVerifier

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Real processes.
@Suite(.timeLimit(.minutes(3)))
struct ShellCommandTests {
  /// Long enough to decide nothing on a machine that is busy.
  static let patience = Duration.seconds(100)

  static func run(
    _ text: String, input: String = "", variables: [(name: String, value: String)] = [],
    limit: Duration = patience, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) async throws -> CommandOutput {
    let names = variables.map(\.name)
    let values = variables.map(\.value)
    return try await onThread {
      try ShellCommand(text: text, limit: limit).run(
        input: Array(input.utf8), variables: Array(zip(names, values)).map { ($0.0, $0.1) },
        shouldStop: shouldStop)
    }
  }

  static func text(_ output: CommandOutput) -> String {
    String(decoding: output.output, as: UTF8.self)
  }

  @Test func `a command reads its input and its variables, and both outputs are kept`() async throws
  {
    let output = try await Self.run(
      #"cat; echo "$COUNTERPART_STATE"; echo why >&2; exit 3"#, input: "in\n",
      variables: [("COUNTERPART_STATE", "a 'state' = b")])
    #expect(output.end == .code(3))
    #expect(Self.text(output) == "in\na 'state' = b\n")
    #expect(String(decoding: output.errors, as: UTF8.self) == "why\n")
  }

  @Test func `a command that does not read its input does no harm`() async throws {
    let output = try await Self.run("exit 0", input: String(repeating: "x", count: 1 << 20))
    #expect(output.end == .code(0))
  }

  @Test func `much output comes whole, and of standard error the end`() async throws {
    let output = try await Self.run(
      "cat; i=0; while [ $i -lt 2000 ]; do echo error $i >&2; i=$((i+1)); done",
      input: String(repeating: "y", count: 3 << 20))
    #expect(output.output.count == 3 << 20)
    #expect(output.errors.count == ShellCommand.largestErrors)
    #expect(String(decoding: output.errors, as: UTF8.self).hasSuffix("error 1999\n"))
  }

  @Test func `the environment of the verification is there, and a long value is left out`()
    async throws
  {
    let output = try await Self.run(
      #"echo "${PATH:+path} ${LONG:-none} ${SHORT}""#,
      variables: [("LONG", String(repeating: "x", count: 1 << 20)), ("SHORT", "s")])
    #expect(Self.text(output) == "path none s\n")
  }

  @Test func `a command that takes too long is killed`() async throws {
    let output = try await Self.run("echo begun; sleep 600", limit: .milliseconds(20))
    #expect(output.end == .timeout)
  }

  @Test func `a command that ignores SIGTERM is killed as well`() async throws {
    let output = try await Self.run(
      "trap '' TERM; while true; do sleep 1; done", limit: .milliseconds(20))
    #expect(output.end == .timeout)
  }

  @Test func `a signal that ended the command is told`() async throws {
    let output = try await Self.run("kill -KILL $$")
    #expect(output.end == .signal(9))
  }

  @Test func `processes in the background are not waited for`() async throws {
    let output = try await Self.run("sleep 5 & echo done")
    #expect(output.end == .code(0))
    #expect(Self.text(output) == "done\n")
  }

  /// A child of the command writes to a FIFO and keeps it open: its end shows that the child is gone.
  @Test func `the children of a command are killed with it`() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("counterpart-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let fifo = folder.appendingPathComponent("fifo").path
    try #require(mkfifo(fifo, 0o600) == 0)
    let reader = open(fifo, O_RDONLY | O_NONBLOCK)
    try #require(reader >= 0)
    defer { close(reader) }
    let output = try await Self.run(
      "(exec 9>'\(fifo)'; echo here >&9; sleep 600) & wait",
      shouldStop: {
        var byte: UInt8 = 0
        return read(reader, &byte, 1) == 1
      })
    #expect(output.end == .cancelled)
    let hasEnded = try await onThread {
      var source = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
      var bytes = [UInt8](repeating: 0, count: 64)
      while poll(&source, 1, 60_000) == 1 {
        if read(reader, &bytes, bytes.count) == 0 { return true }
      }
      return false
    }
    #expect(hasEnded)
  }
}
