#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A shell that leads a process group of its own, so that signals reach its children too.
///
/// Its number stays taken until ``reap()``: until then no signal can reach another process.
struct ProcessGroup: Sendable {
  private let leader: pid_t

  /// Starts a shell.
  ///
  /// - Parameters:
  ///   - command: what the shell runs; signals are as if it was started by hand.
  ///   - output: the descriptor that becomes its standard output.
  ///   - errors: the descriptor that becomes its standard error.
  init(_ command: ShellCommand, output: Int32, errors: Int32) throws(ProcessFailure) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }

    let input = command.input.isEmpty ? nil : try SystemCalls.file(with: command.input)
    defer { if let input { close(input) } }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)

    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGTERM, SIGPIPE, SIGHUP, SIGQUIT] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags =
      Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETPGROUP)
    #if canImport(Darwin)
      posix_spawnattr_setflags(&attributes, Int16(flags | POSIX_SPAWN_CLOEXEC_DEFAULT))
    #else
      posix_spawnattr_setflags(&attributes, Int16(flags))
    #endif

    let words = Self.copies(["/bin/sh", "-c", command.text])
    let variables = Self.copies(SystemCalls.environment(adding: command.environment))
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(
      &process, "/bin/sh", &actions, &attributes, words + [nil], variables + [nil])
    guard code == 0 else { throw ProcessFailure("start /bin/sh", code: code) }
    leader = process
  }

  private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) }
  }

  /// Sends a signal to the shell and its children; not after ``reap()``.
  func send(_ signal: Int32) { SystemCalls.send(signal, to: -leader) }

  /// How the shell has ended, or `nil` while it runs; its children may still run.
  var exit: ProcessExit? {
    var information = siginfo_t()
    let code = waitid(P_PID, id_t(leader), &information, WEXITED | WNOWAIT | WNOHANG)
    // Where nothing has ended the signal's number stays 0.
    guard code == 0, information.si_signo != 0 else { return nil }
    #if canImport(Glibc)
      let status = information._sifields._sigchld.si_status
    #elseif canImport(Musl)
      let status = information.__si_fields.__si_common.__second.__sigchld.si_status
    #elseif canImport(Darwin)
      let status = information.si_status
    #endif
    return information.si_code == Int32(CLD_EXITED) ? .code(status) : .signal(status)
  }

  /// Waits for the end of the shell and gives its number back; called once.
  func reap() -> ProcessExit {
    var status: Int32 = 0
    while waitpid(leader, &status, 0) < 0, errno == EINTR {}
    return ProcessExit(status: status)
  }
}
