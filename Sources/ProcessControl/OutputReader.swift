#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The reading ends of the two outputs of a process.
struct OutputReader {
  /// One of the two outputs.
  enum Stream: Int, CaseIterable {
    case output, errors
  }

  private var sources: [pollfd]
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)

  /// Takes descriptors over and closes them as they end.
  init(output: Int32, errors: Int32) {
    sources = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  }

  /// Whether both outputs have ended: nobody can write to them any more.
  var hasEnded: Bool { sources.allSatisfy { $0.fd < 0 } }

  /// Waits for bytes and hands them over.
  ///
  /// - Returns: whether any came.
  mutating func read(
    waiting milliseconds: Int32, _ receive: (Stream, ArraySlice<UInt8>) -> Void
  ) -> Bool {
    guard poll(&sources, nfds_t(sources.count), milliseconds) > 0 else { return false }
    var isAnything = false
    for stream in Stream.allCases where sources[stream.rawValue].revents != 0 {
      let descriptor = sources[stream.rawValue].fd
      guard descriptor >= 0 else { continue }
      let count = readInto(descriptor)
      if count > 0 {
        receive(stream, buffer.prefix(count))
        isAnything = true
      } else if count == 0 || errno != EINTR {
        close(descriptor)
        sources[stream.rawValue].fd = -1
      }
    }
    return isAnything
  }

  /// Closes what has not ended.
  mutating func end() {
    for index in sources.indices where sources[index].fd >= 0 {
      close(sources[index].fd)
      sources[index].fd = -1
    }
  }

  private mutating func readInto(_ descriptor: Int32) -> Int {
    buffer.withUnsafeMutableBytes { bytes in
      #if canImport(Glibc)
        Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
        Musl.read(descriptor, bytes.baseAddress, bytes.count)
      #else
        Darwin.read(descriptor, bytes.baseAddress, bytes.count)
      #endif
    }
  }
}
