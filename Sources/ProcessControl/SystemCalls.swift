#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the systems spell differently.
enum SystemCalls {
  /// A pipe that no child inherits by accident.
  static func pipe() throws(ProcessFailure) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let code = Glibc.pipe(&ends)
    #elseif canImport(Musl)
      let code = Musl.pipe(&ends)
    #else
      let code = Darwin.pipe(&ends)
    #endif
    guard code == 0 else { throw ProcessFailure("make a pipe", code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Opens nothing but its bytes: a file without a name that is read from its beginning.
  ///
  /// Unlike a pipe it holds any number of bytes, whether they are read or not.
  static func file(with bytes: [UInt8]) throws(ProcessFailure) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/counterpart-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw ProcessFailure("make a temporary file", code: errno) }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let failure = ProcessFailure("write a temporary file", code: errno)
        close(descriptor)
        throw failure
      }
      rest = rest.dropFirst(written)
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  /// The environment as `NAME=value`, with variables added or replaced.
  static func environment(adding added: [String: String]) -> [String] {
    #if canImport(Darwin)
      var next = _NSGetEnviron().pointee
    #else
      // Swift's Glibc has it as a pointer, C as one that may be NULL.
      var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    #endif
    var lines: [String] = []
    while let text = next?.pointee {
      let line = String(cString: text)
      if added[String(line.prefix { $0 != "=" })] == nil { lines.append(line) }
      next = next?.advanced(by: 1)
    }
    return lines + added.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  /// Sends a signal to a process, or to the group of the negative number.
  static func send(_ signal: Int32, to process: pid_t) {
    #if canImport(Glibc)
      _ = Glibc.kill(process, signal)
    #elseif canImport(Musl)
      _ = Musl.kill(process, signal)
    #else
      _ = Darwin.kill(process, signal)
    #endif
  }

  /// The system's words for an error.
  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
