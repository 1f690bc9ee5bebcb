import ContractStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output and standard error.
enum Terminal {
  /// Prints a line of the result.
  static func print(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

  /// Prints the result as it is.
  static func print(bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Prints a line that is no result.
  static func log(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

  /// Prints a text that is no result, without ending the line.
  static func log(partial text: String) { write(text, to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    do throws(StoreError) {
      try FileSystem.writeAll(bytes, to: descriptor, "standard output")
    } catch {
      // A reader that went away is no reason to fail: there is nobody left to tell.
      guard descriptor == STDOUT_FILENO, errno != EPIPE else { return }
      log("error: \(error)")
      exitNow(74)
    }
  }

  /// Whether standard output shows colour.
  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether a person watches standard error.
  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// How many columns standard output has, or `nil` when it is no terminal.
  static var outputWidth: Int? { width(of: STDOUT_FILENO) }

  /// How many columns standard error has, or `nil` when it is no terminal.
  static var errorWidth: Int? { width(of: STDERR_FILENO) }

  private static func width(of descriptor: Int32) -> Int? {
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// An environment variable, or `nil` when it is not set.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The name of this machine, for reports.
  static var hostname: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return bytes.isEmpty ? "localhost" : String(decoding: bytes, as: UTF8.self)
  }

  /// Lets writing to a closed pipe fail instead of ending the process.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Ends the process at once.
  static func exitNow(_ code: Int32) -> Never { exit(code) }
}
