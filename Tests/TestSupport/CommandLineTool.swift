package import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An executable of this package, run as its users run it.
///
/// Only so many run at a time, however many tests are under way, so that none is starved.
package struct CommandLineTool: Sendable {
  /// The toolkit's own tool.
  package static let counterpart = CommandLineTool(name: "counterpart")
  /// The provider of the example.
  package static let orderService = CommandLineTool(name: "order-service")
  /// The consumer of the example.
  package static let webShop = CommandLineTool(name: "web-shop")

  private static let short = Turnstile(places: 4)
  private static let long = Turnstile(places: 6)

  /// The name of the file.
  package let name: String

  /// The file, which lies beside the tests.
  var path: String {
    #if canImport(Darwin)
      let bundle = Bundle.allBundles.map(\.bundlePath).first { $0.hasSuffix(".xctest") }
    #else
      let bundle: String? = nil
    #endif
    let tests = URL(fileURLWithPath: bundle ?? ProcessInfo.processInfo.arguments[0])
    return tests.deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// Runs the tool and waits until it ends.
  ///
  /// - Parameters:
  ///   - directory: where it runs; `nil` for where the tests run.
  ///   - environment: variables that are set besides those of the tests.
  package func run(
    _ arguments: [String], in directory: URL? = nil, environment: [String: String] = [:]
  ) async throws -> ToolOutput {
    try await Self.short.pass {
      let tool = try RunningTool(self, arguments, directory, environment)
      defer { tool.kill() }
      return try await tool.end()
    }
  }

  /// Starts the tool and does something while it runs, which ends it in any case.
  ///
  /// Do not start one within another: each waits for its place.
  package func whileRunning<Value>(
    _ arguments: [String], in directory: URL? = nil, environment: [String: String] = [:],
    _ body: (RunningTool) async throws -> Value
  ) async throws -> Value {
    try await Self.long.pass {
      let tool = try RunningTool(self, arguments, directory, environment)
      defer { tool.kill() }
      return try await body(tool)
    }
  }
}

/// What a tool has left behind.
package struct ToolOutput: Sendable {
  /// What it wrote to standard output.
  package var output: String { String(decoding: outputBytes, as: UTF8.self) }
  /// The same as bytes.
  package fileprivate(set) var outputBytes: [UInt8] = []
  /// What it wrote to standard error.
  package var errors: String { String(decoding: errorBytes, as: UTF8.self) }
  fileprivate var errorBytes: [UInt8] = []
  /// Its exit code, or minus the signal that it died of; `nil` while it runs.
  package fileprivate(set) var exitCode: Int32?
}

extension ToolOutput: CustomStringConvertible {
  package var description: String {
    let code = exitCode.map(String.init) ?? "none"
    return "exit code \(code)\n-- output\n\(output)\n-- errors\n\(errors)"
  }
}

/// A tool that could not be started, or that did not do something in time.
package struct ToolError: Error, CustomStringConvertible {
  package var description: String
}

/// A tool that was started.
package final class RunningTool: Sendable {
  /// How long anything is waited for; only a hang lasts as long.
  private static let patience = DispatchTimeInterval.seconds(60)

  private struct State {
    var output = ToolOutput()
    var waiters: [Int: @Sendable (ToolOutput, _ isLast: Bool) -> Bool] = [:]
    var waiterCount = 0
  }

  private let command: String
  private let process: pid_t
  private let state = Mutex(State())

  fileprivate init(
    _ tool: CommandLineTool, _ arguments: [String], _ directory: URL?,
    _ environment: [String: String]
  ) throws {
    command = ([tool.name] + arguments).joined(separator: " ")
    let output = try ChildProcess.pipe()
    let errors = try ChildProcess.pipe()
    defer { for end in [output.write, errors.write] { close(end) } }
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Not every system can start a process in another folder, but every shell can go there first.
    let shell = directory.map { ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, $0.path] } ?? []
    process = try ChildProcess.spawn(
      shell + [tool.path] + arguments, variables.map { "\($0.key)=\($0.value)" },
      output: output.write, errors: errors.write)
    Thread.detachNewThread { [self] in
      collect(output.read, errors.read)
      reap()
    }
  }

  /// Waits for a line of standard output that starts so, and returns the line.
  package func line(startingWith start: String) async throws -> String {
    try await wait(for: "a line '\(start)…'") { Self.line(of: $0.output, startingWith: start) }
  }

  /// Waits for a line of standard error that starts so, and returns the line.
  package func errorLine(startingWith start: String) async throws -> String {
    try await wait(for: "an error '\(start)…'") { Self.line(of: $0.errors, startingWith: start) }
  }

  private static func line(of text: String, startingWith start: String) -> String? {
    // Only what ends in a line break is a line yet.
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .first { $0.hasPrefix(start) }.map(String.init)
  }

  /// Waits until the tool has ended.
  package func end() async throws -> ToolOutput {
    try await wait(for: "its end") { $0.exitCode == nil ? nil : $0 }
  }

  /// Sends a signal, unless the tool has ended.
  package func send(_ signal: Int32) {
    state.withLock { state in
      guard state.output.exitCode == nil else { return }
      _ = ChildProcess.send(signal, to: process)
    }
  }

  fileprivate func kill() { send(SIGKILL) }

  private func wait<Value: Sendable>(
    for what: String, _ find: @escaping @Sendable (ToolOutput) -> Value?
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      let id = state.withLock { state in
        state.waiterCount += 1
        state.waiters[state.waiterCount] = { [command] output, isLast in
          if let value = find(output) {
            continuation.resume(returning: value)
          } else if isLast || output.exitCode != nil {
            continuation.resume(
              throwing: ToolError(description: "'\(command)': waited for \(what): \(output)"))
          } else {
            return false
          }
          return true
        }
        Self.notify(&state)
        return state.waiterCount
      }
      DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) { [weak self] in
        self?.state.withLock { state in
          if let waiter = state.waiters.removeValue(forKey: id) { _ = waiter(state.output, true) }
        }
      }
    }
  }

  private static func notify(_ state: inout State) {
    let output = state.output
    state.waiters = state.waiters.filter { !$0.value(output, false) }
  }

  /// Reads both outputs until they end.
  private func collect(_ output: Int32, _ errors: Int32) {
    var sources = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while sources.contains(where: { $0.fd >= 0 }) {
      guard poll(&sources, nfds_t(sources.count), -1) > 0 else { continue }
      for index in sources.indices where sources[index].fd >= 0 && sources[index].revents != 0 {
        let count = read(sources[index].fd, &buffer, buffer.count)
        if count > 0 {
          state.withLock { state in
            let bytes = buffer.prefix(count)
            if index == 0 {
              state.output.outputBytes += bytes
            } else {
              state.output.errorBytes += bytes
            }
            Self.notify(&state)
          }
        } else if count == 0 || errno != EINTR {
          close(sources[index].fd)
          sources[index].fd = -1
        }
      }
    }
  }

  /// Waits for the end. Until the lock is held the process is a zombie, so that its number stays
  /// its own and no signal can reach another one.
  private func reap() {
    var information = siginfo_t()
    while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    state.withLock { state in
      var status: Int32 = 0
      waitpid(process, &status, 0)
      let signal = status & 0x7F
      state.output.exitCode = signal == 0 ? (status >> 8) & 0xFF : -signal
      Self.notify(&state)
    }
  }
}

/// The calls of the system that start a process and send it signals.
private enum ChildProcess {
  /// A pipe that no child inherits by accident.
  static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let code = Glibc.pipe(&ends)
    #elseif canImport(Musl)
      let code = Musl.pipe(&ends)
    #else
      let code = Darwin.pipe(&ends)
    #endif
    guard code == 0 else { throw ToolError(description: "no pipe: \(errno)") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  static func send(_ signal: Int32, to process: pid_t) -> Int32 {
    #if canImport(Glibc)
      Glibc.kill(process, signal)
    #elseif canImport(Musl)
      Musl.kill(process, signal)
    #else
      Darwin.kill(process, signal)
    #endif
  }

  /// Starts a process that has no other descriptors, and reacts to signals as if started by hand.
  static func spawn(
    _ arguments: [String], _ environment: [String], output: Int32, errors: Int32
  ) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    #if canImport(Darwin)
      posix_spawnattr_setflags(&attributes, Int16(flags | POSIX_SPAWN_CLOEXEC_DEFAULT))
    #else
      posix_spawnattr_setflags(&attributes, Int16(flags))
      // Sockets of other tests would stay open in the child. Closing what is not open does no harm.
      for descriptor in 3..<descriptorLimit {
        posix_spawn_file_actions_addclose(&actions, descriptor)
      }
    #endif

    let (words, variables) = (arguments.map { strdup($0) }, environment.map { strdup($0) })
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(
      &process, arguments[0], &actions, &attributes, words + [nil], variables + [nil])
    guard code == 0 else {
      throw ToolError(
        description: "cannot start \(arguments[0]): \(String(cString: strerror(code)))")
    }
    return process
  }

  /// One more than the largest descriptor that tests may have.
  private static var descriptorLimit: Int32 {
    Int32(clamping: min(sysconf(Int32(_SC_OPEN_MAX)), 4_096))
  }
}

/// Lets so many tasks pass at a time, in the order in which they come.
private final class Turnstile: Sendable {
  private struct State {
    var places: Int
    var queue: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  init(places: Int) { state = Mutex(State(places: places)) }

  func pass<Value>(_ body: () async throws -> Value) async throws -> Value {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        if state.places > 0 {
          state.places -= 1
          return true
        }
        state.queue.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
    defer { leave() }
    return try await body()
  }

  private func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard state.queue.isEmpty else { return state.queue.removeFirst() }
      state.places += 1
      return nil
    }
    next?.resume()
  }
}
