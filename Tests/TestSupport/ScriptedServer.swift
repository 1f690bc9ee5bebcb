import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A server on 127.0.0.1 whose answers are bytes, so that tests can say anything at all.
///
/// Each connection has a thread that reads a request, records it, asks the handler and does what it
/// says. Call `stop()` when done, e.g. `defer { server.stop() }`.
package final class ScriptedServer: Sendable {
  /// The port, which the system has chosen.
  package let port: Int
  /// The address without a path, e.g. `http://127.0.0.1:41234`.
  package var url: String { "http://127.0.0.1:\(port)" }
  /// Host and port, as they stand in messages.
  package var endpoint: String { "127.0.0.1:\(port)" }

  /// The requests so far, in the order in which they were read.
  package var requests: [ReceivedRequest] { state.withLock { $0.requests } }
  /// How many connections were accepted so far.
  package var connectionCount: Int { state.withLock { $0.connections } }

  private let listener: Int32
  /// A pipe; its end of file ends every wait.
  private let stopSignal: (read: Int32, write: Int32)
  private let threads = DispatchGroup()
  private let handler: @Sendable (ReceivedRequest) -> ScriptedReply
  private let state = Mutex(State())

  private struct State {
    var requests: [ReceivedRequest] = []
    var connections = 0
    var isStopped = false
  }

  /// Starts a server on a free port.
  ///
  /// - Parameter handler: Answers a request; it is called on the thread of the connection.
  package init(_ handler: @escaping @Sendable (ReceivedRequest) -> ScriptedReply) throws {
    self.handler = handler
    listener = socket(AF_INET, Self.streamType, 0)
    var ends: [Int32] = [-1, -1]
    guard listener >= 0, pipe(&ends) == 0 else { throw ScriptedServerError(code: errno) }
    stopSignal = (ends[0], ends[1])
    port = try Self.open(listener)
    start { $0.acceptConnections() }
  }

  /// Ends every connection and waits for the threads; calling it again does nothing.
  package func stop() {
    let isFirst = state.withLock { state in
      defer { state.isStopped = true }
      return !state.isStopped
    }
    guard isFirst else { return }
    close(stopSignal.write)
    threads.wait()
    close(listener)
    close(stopSignal.read)
  }

  private func acceptConnections() {
    while wait(for: listener, POLLIN) {
      let socket = accept(listener, nil, nil)
      guard socket >= 0 else { continue }
      var yes: Int32 = 1
      setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
      let number = state.withLock { state in
        defer { state.connections += 1 }
        return state.connections
      }
      start { $0.serve(socket, number) }
    }
  }

  private func serve(_ socket: Int32, _ connection: Int) {
    defer { close(socket) }
    var input: [UInt8] = []
    while let bytes = receiveRequest(from: socket, &input) {
      let request = ReceivedRequest(connection: connection, bytes: bytes)
      state.withLock { $0.requests.append(request) }
      switch handler(request) {
      case .hang:
        _ = wait(for: socket, 0)
        return
      case .bytes(let bytes, let next):
        guard sendAll(bytes, to: socket), next == .keepOpen else {
          if next == .reset { Self.resetWhenClosed(socket) }
          return
        }
      }
    }
  }

  /// The bytes of the next request, or `nil` when the connection or the server ends.
  private func receiveRequest(from socket: Int32, _ input: inout [UInt8]) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      if let length = ReceivedRequest.length(of: input) {
        defer { input.removeFirst(length) }
        return Array(input.prefix(length))
      }
      guard wait(for: socket, POLLIN) else { return nil }
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      input += buffer.prefix(count)
    }
  }

  /// Sends everything, and tells whether the other side and the server were there to the end.
  private func sendAll(_ bytes: [UInt8], to socket: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      guard wait(for: socket, POLLOUT) else { return false }
      let count = bytes.withUnsafeBytes {
        Self.sendSome(UnsafeRawBufferPointer(rebasing: $0.dropFirst(sent)), to: socket)
      }
      if count < 0, errno == EAGAIN || errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Waits for an event, an error included, and tells whether it came before the end of the server.
  private func wait(for socket: Int32, _ events: Int32) -> Bool {
    var descriptors = [
      pollfd(fd: socket, events: Int16(events), revents: 0),
      pollfd(fd: stopSignal.read, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&descriptors, 2, -1) < 0 {
      guard errno == EINTR else { return false }
    }
    return descriptors[1].revents == 0
  }

  private func start(_ work: @escaping @Sendable (ScriptedServer) -> Void) {
    threads.enter()
    Thread.detachNewThread {
      work(self)
      self.threads.leave()
    }
  }
}

// MARK: - System calls

extension ScriptedServer {
  private static var streamType: Int32 {
    #if canImport(Glibc)
      Int32(SOCK_STREAM.rawValue)
    #else
      SOCK_STREAM
    #endif
  }

  /// Binds a socket to a free port of 127.0.0.1 and listens there.
  private static func open(_ listener: Int32) throws -> Int {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, size) | getsockname(listener, address, &size)
      }
    }
    guard code == 0, listen(listener, 128) == 0 else { throw ScriptedServerError(code: errno) }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func sendSome(_ bytes: UnsafeRawBufferPointer, to socket: Int32) -> Int {
    #if canImport(Darwin)
      var yes: Int32 = 1
      setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
      let flags = Int32(MSG_DONTWAIT)
    #else
      let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
    #endif
    return send(socket, bytes.baseAddress, bytes.count, flags)
  }

  private static func resetWhenClosed(_ socket: Int32) {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }
}

/// A call of the operating system that failed while a server was being started.
package struct ScriptedServerError: Error {
  /// The value of `errno`.
  package let code: Int32
}

/// What a scripted server does with a request.
package enum ScriptedReply: Sendable {
  /// Sends bytes, which may be none, and goes on as `then` says.
  case bytes([UInt8], then: Next)
  /// Sends nothing and keeps the connection until the server stops.
  case hang

  /// What happens to a connection after a reply.
  package enum Next: Sendable {
    /// Another request is awaited.
    case keepOpen
    /// The connection is closed.
    case close
    /// The connection is reset; the other side may lose bytes that it has not read.
    case reset
  }

  /// Sends a text, whose line breaks are to be written as on the wire.
  package static func text(_ text: String, then next: Next = .keepOpen) -> Self {
    .bytes(Array(text.utf8), then: next)
  }

  /// Sends a whole response with the length of its body.
  package static func response(
    _ status: String = "200 OK", _ headers: [String] = [], body: String = "",
    then next: Next = .keepOpen
  ) -> Self {
    let lines = ["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(body.utf8.count)"]
    return .text(lines.joined(separator: "\r\n") + "\r\n\r\n" + body, then: next)
  }
}

/// A request as it came over the wire.
package struct ReceivedRequest: Sendable {
  /// The connection that it came on, counted from 0 in the order in which they were accepted.
  package let connection: Int
  /// All of its bytes; a chunked body is still in chunks.
  package let bytes: [UInt8]

  /// All of it as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
  /// The lines before the body: the request line and the header.
  package var headLines: [String] {
    (text.components(separatedBy: "\r\n\r\n").first ?? "").components(separatedBy: "\r\n")
  }
  /// The method and the target of the request line.
  package var methodAndTarget: String {
    (headLines.first ?? "").split(separator: " ").dropLast().joined(separator: " ")
  }
  /// The body.
  package var body: [UInt8] {
    Self.endOfHead(of: bytes).map { Array(bytes[$0...]) } ?? []
  }

  /// The value of a header field, or `nil` when there is none of that name.
  package func header(_ name: String) -> String? {
    let start = name.lowercased() + ":"
    return headLines.dropFirst().first { $0.lowercased().hasPrefix(start) }
      .map { $0.dropFirst(start.count).trimmingCharacters(in: .whitespaces) }
  }

  /// How many of the bytes are the first request, or `nil` when some of it is missing.
  ///
  /// Bytes that begin no HTTP request, such as a TLS handshake, count as one.
  fileprivate static func length(of bytes: [UInt8]) -> Int? {
    guard let first = bytes.first else { return nil }
    guard UInt8(ascii: "A")...UInt8(ascii: "z") ~= first else { return bytes.count }
    guard let end = endOfHead(of: bytes) else { return nil }
    let head = ReceivedRequest(connection: 0, bytes: Array(bytes[..<end]))
    if head.header("transfer-encoding")?.lowercased() == "chunked" {
      return bytes[end...].firstRange(of: Array("0\r\n\r\n".utf8))?.upperBound
    }
    let length = end + (head.header("content-length").flatMap { Int($0) } ?? 0)
    return length <= bytes.count ? length : nil
  }

  private static func endOfHead(of bytes: [UInt8]) -> Int? {
    bytes.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound
  }
}
