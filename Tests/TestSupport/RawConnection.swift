import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A TCP connection to 127.0.0.1 on which a test says and hears bytes.
///
/// Reading waits at most a minute, so that a hang ends as a failure. The waiting is done on a thread
/// of its own: tasks share few threads, which servers in the same process need as well. A test uses a
/// connection from one task at a time.
package final class RawConnection: @unchecked Sendable {
  /// How a connection ended.
  package enum End: Sendable, Equatable {
    /// The peer closed it.
    case closed
    /// The peer reset it.
    case reset
    /// A minute went by without a byte.
    case silent
  }

  private let descriptor: Int32
  private var received: [UInt8] = []

  package init(port: Int) throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw RawConnectionError(code: errno) }
    var timeout = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// Sends a text.
  package func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes; a peer that went away is noticed when reading.
  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      #if canImport(Darwin)
        let flags: Int32 = 0
      #else
        let flags = Int32(truncatingIfNeeded: Int(MSG_NOSIGNAL))
      #endif
      let sent = rest.withUnsafeBytes {
        #if canImport(Glibc)
          Glibc.send(descriptor, $0.baseAddress, $0.count, flags)
        #elseif canImport(Musl)
          Musl.send(descriptor, $0.baseAddress, $0.count, flags)
        #else
          Darwin.send(descriptor, $0.baseAddress, $0.count, flags)
        #endif
      }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }

  /// Sends a text on a thread of its own, while the test reads.
  package func sendAside(_ text: String) async {
    await onThread { $0.send(text) }
  }

  /// Says that nothing more will be sent.
  package func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Reads what is there, or waits for the next bytes; `nil` when bytes came.
  private func readMore() -> End? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count > 0 {
      received += buffer.prefix(count)
      return nil
    }
    if count == 0 { return .closed }
    return errno == ECONNRESET ? .reset : .silent
  }

  /// The next response: its head and, by its Content-Length, its body.
  ///
  /// - Parameter hasBody: whether a body follows, as it does not after HEAD.
  package func response(hasBody: Bool = true) async throws -> RawResponse {
    try await onThread { connection in
      Result { () throws(RawConnectionError) in try connection.readResponse(hasBody) }
    }.get()
  }

  private func readResponse(_ hasBody: Bool) throws(RawConnectionError) -> RawResponse {
    while true {
      if let response = RawResponse(received, hasBody: hasBody) {
        received.removeFirst(response.length)
        return response
      }
      if let end = readMore() { throw RawConnectionError(end: end, received: received) }
    }
  }

  /// Waits for this many bytes, and takes them; fewer when the connection ends before.
  package func take(_ count: Int) async -> [UInt8] {
    await onThread { connection in
      while connection.received.count < count, connection.readMore() == nil {}
      defer { connection.received.removeFirst(min(count, connection.received.count)) }
      return Array(connection.received.prefix(count))
    }
  }

  /// Everything until the connection ends, and how it ended.
  package func rest() async -> (bytes: [UInt8], end: End) {
    await onThread { $0.readRest() }
  }

  private func onThread<Value: Sendable>(
    _ body: @escaping @Sendable (RawConnection) -> Value
  ) async -> Value {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: body(self)) }
    }
  }

  private func readRest() -> (bytes: [UInt8], end: End) {
    while true {
      if let end = readMore() {
        defer { received = [] }
        return (received, end)
      }
    }
  }
}

/// What went wrong on a connection.
package struct RawConnectionError: Error {
  package var code: Int32 = 0
  package var end: RawConnection.End?
  package var received: [UInt8] = []
}

/// A response as it came.
package struct RawResponse: Sendable {
  /// The status.
  package let status: Int
  /// The lines of the head behind the first.
  package let lines: [String]
  /// The body.
  package let body: [UInt8]
  /// The number of bytes of the whole.
  package let length: Int

  /// The body as text.
  package var text: String { String(decoding: body, as: UTF8.self) }

  /// The value of a header field, its name in any case.
  package func header(_ name: String) -> String? {
    let line = lines.first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
    return line.map { String($0.dropFirst(name.count + 1).drop { $0 == " " }) }
  }

  init?(_ bytes: [UInt8], hasBody: Bool) {
    let text = String(decoding: bytes, as: UTF8.self).utf8
    let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    guard text.count >= 4,
      let headEnd = (0...bytes.count - 4).first(where: { Array(bytes[$0..<$0 + 4]) == end })
    else { return nil }
    let head = String(decoding: bytes[..<headEnd], as: UTF8.self)
    let lines = head.split(separator: "\r\n").map(String.init)
    let parts = (lines.first ?? "").split(separator: " ")
    status = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    self.lines = Array(lines.dropFirst())
    let field = lines.first { $0.lowercased().hasPrefix("content-length:") }
    let size = field.flatMap { Int($0.dropFirst(15).drop { $0 == " " }) } ?? 0
    let start = headEnd + 4
    length = hasBody ? start + size : start
    guard bytes.count >= length else { return nil }
    body = hasBody ? Array(bytes[start..<length]) : []
  }
}
