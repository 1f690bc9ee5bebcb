#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A pipe from a command, whose reading end does not block.
struct CommandPipe {
  private(set) var read: Int32
  private(set) var write: Int32

  init() throws(CommandError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw CommandError("no pipe for a command") }
    (read, write) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(read, F_SETFL, O_NONBLOCK)
  }

  /// A file without a name that holds what a command reads.
  ///
  /// Unlike a pipe it takes any amount at once, and no signal comes when the command reads none of it.
  static func file(with bytes: [UInt8]) throws(CommandError) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/counterpart-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw CommandError("no temporary file in '\(folder)'") }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          Musl.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = CommandError("cannot write a temporary file in '\(folder)'")
        shut(descriptor)
        throw error
      }
      rest = rest.dropFirst(count)
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  /// Waits until there is something to read, or a pipe has ended, or the time is over.
  static func wait(_ first: CommandPipe, _ second: CommandPipe, milliseconds: Int32) {
    var sources = [first, second].map { pollfd(fd: $0.read, events: Int16(POLLIN), revents: 0) }
    // Once both have ended nothing would wake us, and the command is about to end.
    let isOver = sources.allSatisfy { $0.fd < 0 }
    poll(&sources, nfds_t(sources.count), isOver ? 1 : milliseconds)
  }

  /// Reads what is there.
  mutating func readAvailable(into bytes: inout [UInt8], atMost limit: Int) {
    guard read >= 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count < limit {
      #if canImport(Glibc)
        let count = Glibc.read(read, &buffer, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(read, &buffer, buffer.count)
      #else
        let count = Darwin.read(read, &buffer, buffer.count)
      #endif
      if count < 0, errno == EINTR { continue }
      guard count != 0 else {
        Self.shut(read)
        read = -1
        return
      }
      guard count > 0 else { return }
      bytes += buffer.prefix(count)
      // Standard error has no limit of its own; its reader keeps the end.
      if limit == .max, bytes.count > 1 << 20 { return }
    }
  }

  /// Closes the end that the command writes to.
  mutating func closeWriting() {
    Self.shut(write)
    write = -1
  }

  /// Closes what is open.
  mutating func close() {
    closeWriting()
    Self.shut(read)
    read = -1
  }

  private static func shut(_ descriptor: Int32) {
    guard descriptor >= 0 else { return }
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
    #elseif canImport(Musl)
      _ = Musl.close(descriptor)
    #else
      _ = Darwin.close(descriptor)
    #endif
  }
}
