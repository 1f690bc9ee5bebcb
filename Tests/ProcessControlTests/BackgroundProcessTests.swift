import TestSupport
import Testing

@testable import ProcessControl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Real processes that run in the background.
@Suite(.timeLimit(.minutes(3)))
struct BackgroundProcessTests {
  /// Waits until something holds, which the time limit of the suite guards.
  static func wait(until holds: @escaping @Sendable () -> Bool) async throws {
    try await onThread { while !holds() { usleep(5_000) } }
  }

  @Test func `what it writes is kept, and how it ended is known`() async throws {
    let output = try await onThread {
      let process = try BackgroundProcess("echo out; echo err >&2; exit 3")
      while process.end() == nil { usleep(5_000) }
      process.stop()
      #expect(process.end() == .code(3))
      return process.output
    }
    #expect(output == "out\nerr\n")
  }

  @Test func `it is ended with its children, which may say good-bye`() async throws {
    let output = try await onThread {
      let process = try BackgroundProcess(
        "(trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.01; done) & wait")
      while !process.output.contains("ready") { usleep(5_000) }
      #expect(process.end() == nil)
      process.stop()
      return process.output
    }
    #expect(output.contains("bye\n"), "\(output)")
  }

  @Test func `of very much output the end is kept`() async throws {
    let output = try await onThread {
      let process = try BackgroundProcess("yes line | head -c 3000000; echo last")
      while process.end() == nil { usleep(5_000) }
      process.stop()
      return process.output
    }
    #expect(output.hasPrefix("…\n"))
    #expect(output.hasSuffix("line\nlast\n"))
    #expect(output.utf8.count <= ProcessOutput.largest + 8)
  }

  @Test func `one that is let go of is ended`() async throws {
    let alive = try await onThread {
      var process: BackgroundProcess? = try BackgroundProcess("echo $$; sleep 1000")
      while process?.output.hasSuffix("\n") != true { usleep(5_000) }
      let group = Int32(process?.output.dropLast() ?? "") ?? 0
      #expect(group > 0)
      process = nil
      return kill(-group, 0) == 0
    }
    #expect(!alive)
  }
}
