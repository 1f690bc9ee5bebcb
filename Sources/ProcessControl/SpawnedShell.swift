#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A shell that was started, at the head of a process group.
struct SpawnedShell {
  /// The longest value of a variable that every system takes.
  private static let longestVariable = 100_000
  /// One more than the largest descriptor that a command could inherit from a verification.
  private static let highestDescriptor: Int32 = 1_024
  /// How long processes have to end after SIGTERM unless told otherwise.
  private static let patience = Duration.milliseconds(500)

  private let process: pid_t

  /// Starts `/bin/sh -c` with these descriptors as its standard ones and no others.
  static func start(
    _ command: String, input: Int32, output: Int32, errors: Int32,
    variables: [(name: String, value: String)]
  ) throws(CommandError) -> SpawnedShell {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (place, descriptor) in [input, output, errors].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(place))
    }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    setSignals(&attributes)
    posix_spawnattr_setpgroup(&attributes, 0)
    var flags = Int32(POSIX_SPAWN_SETPGROUP)
    flags |= Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      // Closing what is not open does no harm.
      for descriptor in 3..<highestDescriptor {
        posix_spawn_file_actions_addclose(&actions, descriptor)
      }
    #endif
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let arguments: [String] = ["/bin/sh", "-c", command]
    let words = arguments.map { strdup($0) }
    let settings = environment(adding: variables).map { strdup($0) }
    defer { for text in words + settings { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(
      &process, "/bin/sh", &actions, &attributes, words + [nil], settings + [nil])
    guard code == 0 else {
      errno = code
      throw CommandError("cannot start /bin/sh")
    }
    return SpawnedShell(process: process)
  }

  /// Lets the command react to signals as if it were started by hand.
  #if canImport(Darwin)
    private static func setSignals(_ attributes: inout posix_spawnattr_t?) {
      posix_spawnattr_setsigmask(&attributes, [noSignals])
      posix_spawnattr_setsigdefault(&attributes, [changedSignals])
    }
  #else
    private static func setSignals(_ attributes: inout posix_spawnattr_t) {
      var (none, changed) = (noSignals, changedSignals)
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setsigdefault(&attributes, &changed)
    }
  #endif

  private static var noSignals: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    return signals
  }

  private static var changedSignals: sigset_t {
    var signals = noSignals
    for signal in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&signals, signal) }
    return signals
  }

  private static func environment(adding variables: [(name: String, value: String)]) -> [String] {
    let names = variables.map(\.name)
    var all: [String] = []
    #if canImport(Darwin)
      var next = _NSGetEnviron().pointee
    #else
      var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = environ
    #endif
    while let variable = next.pointee {
      let text = String(cString: variable)
      if !names.contains(where: { text.hasPrefix($0 + "=") }) { all.append(text) }
      next += 1
    }
    for (name, value) in variables
    where value.utf8.count <= longestVariable && !value.utf8.contains(0) {
      all.append("\(name)=\(value)")
    }
    return all
  }

  /// How the shell ended, or `nil` while it runs; once it has ended it is gone.
  func end() -> CommandOutput.End? {
    var status: Int32 = 0
    var result = waitpid(process, &status, WNOHANG)
    while result < 0, errno == EINTR { result = waitpid(process, &status, WNOHANG) }
    guard result == process else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
  }

  /// Ends the shell and all processes of its group, first by asking.
  ///
  /// - Parameter patience: how long they have to end by themselves.
  func kill(patience: Duration = Self.patience) {
    send(SIGTERM)
    let clock = ContinuousClock()
    let start = clock.now
    // Also after its shell has ended, the group may hold processes that are still at it.
    while true {
      _ = end()
      if !send(0) || clock.now - start >= patience { break }
      usleep(10_000)
    }
    send(SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Sends a signal to all processes of the group.
  ///
  /// - Returns: whether there is any.
  @discardableResult
  private func send(_ signal: Int32) -> Bool {
    #if canImport(Glibc)
      Glibc.kill(-process, signal) == 0
    #elseif canImport(Musl)
      Musl.kill(-process, signal) == 0
    #else
      Darwin.kill(-process, signal) == 0
    #endif
  }
}
