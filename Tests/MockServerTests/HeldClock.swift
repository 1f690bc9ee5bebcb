import FaultModel
import MockEngine
import NIOCore
import NIOEmbedded
import Testing

@testable import MockServer

/// A connection to a mock on a clock that the test holds: time passes when it says so.
struct HeldClock {
  let loop = EmbeddedEventLoop()
  let service: MockService
  let sessions: MockSessions
  private let channel: EmbeddedChannel

  init(
    faults: [FaultScript] = [], options: MockOptions = MockOptions(), bodyLimit: Int = 1_000_000,
    sessions sessionOptions: SessionOptions = SessionOptions()
  ) throws {
    var compiler = MockCompiler(options)
    compiler.add(try MockServerTests.contract(MockServerTests.orders))
    service = MockService(compiler, faults: faults, options: options, on: loop)
    sessions = MockSessions(service, sessionOptions)
    service.begin(at: "http://127.0.0.1:1", isLocal: true)
    let handler = HTTPConnectionHandler(
      sessions, bodyLimit: bodyLimit, source: RequestSource(connection: 1, client: ClientAddress()))
    channel = EmbeddedChannel(handler: handler, loop: loop)
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
  }

  /// Sends a request, and gives what is answered at once.
  func send(_ request: String) throws -> String {
    try channel.writeInbound(ByteBuffer(string: request + "\r\n\r\n"))
    return try received()
  }

  /// Lets time pass, and gives what is answered in it.
  func pass(_ milliseconds: Int64) throws -> String {
    loop.advanceTime(by: .milliseconds(milliseconds))
    return try received()
  }

  /// Whether the mock has not closed the connection.
  var isOpen: Bool { channel.isActive }

  private func received() throws -> String {
    var text = ""
    while let buffer = try channel.readOutbound(as: ByteBuffer.self) {
      text += String(buffer: buffer)
    }
    return text
  }
}
