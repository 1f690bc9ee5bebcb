import FaultModel
import Foundation
import MockEngine
import MockServer
import TestSupport
import Testing

/// HTTP/2 of the mock, with the real curl for its client, and raw frames for what curl never sends.
@Suite(.enabled(if: MockServer.speaksHTTP2 && Curl.path != nil), .timeLimit(.minutes(5)))
struct HTTP2Tests {
  static func curl(
    faults: [FaultScript] = [], path: String = "/orders/42", _ arguments: [String]
  ) async throws -> Curl.Outcome {
    try await MockServerTests.withServer(faults: faults) { server in
      try await Curl.run(
        ["--http2-prior-knowledge"] + arguments + ["\(server.url)\(path)"])
    }
  }

  @Test func `who speaks HTTP 2 without asking is answered in it`() async throws {
    let outcome = try await Self.curl(["-w", " %{http_version} %{content_type}"])
    #expect(outcome.output == #"{"id":42} 2 application/json"#)
  }

  @Test func `over TLS it is agreed on`() async throws {
    guard MockTLS.isAvailable else { return }
    try await SecureServer.with { secure in
      let outcome = try await secure.curl(["-w", " %{http_version}"])
      #expect(outcome.output == #"{"id":42} 2"#)
    }
  }

  @Test func `HTTP 1_1 is spoken beside it`() async throws {
    try await MockServerTests.withServer { server in
      for (version, name) in [("--http1.1", "1.1"), ("--http2-prior-knowledge", "2")] {
        let outcome = try await Curl.run([
          version, "-w", " %{http_version}", "\(server.url)/orders/42",
        ])
        #expect(outcome.output == "{\"id\":42} \(name)")
      }
      let entries = await server.requests().entries
      #expect(entries.map(\.target) == ["/orders/42", "/orders/42"])
      #expect(
        entries.map { $0.values("host") }
          == Array(repeating: ["127.0.0.1:\(server.port)"], count: 2))
      #expect(Set(entries.map(\.source.connection)).count == 2)
    }
  }

  @Test func `many streams share a connection`() async throws {
    try await MockServerTests.withServer { server in
      let connection = try RawConnection(port: server.port)
      connection.send(
        Self.preface + Self.frame(4)
          + (0..<50).flatMap { Self.frame(1, 5, on: UInt32($0 * 2 + 1), Self.head()) })
      var answered: Set<UInt8> = []
      while answered.count < 50 {
        let head = await connection.take(9)
        guard head.count == 9 else { break }
        if head[3] == 1 { answered.insert(head[8]) }
        _ = await connection.take(Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2]))
      }
      #expect(answered.count == 50)
      let entries = await server.requests().entries
      #expect(entries.count == 50)
      #expect(Set(entries.map(\.source.connection)).count == 1)
    }
  }

  @Test func `bodies are read whole, and ones without an answer too`() async throws {
    let outcome = try await Self.curl(
      path: "/orders",
      ["-H", "Content-Type: text/plain", "--data", "hello world", "-w", "%{http_code}"])
    #expect(outcome.output.hasSuffix("201"), "\(outcome)")
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(repeating: 97, count: 3_000_000).write(to: file)
    try await MockServerTests.withServer(bodyLimit: 5_000_000) { server in
      let outcome = try await Curl.run([
        "--http2-prior-knowledge", "--data-binary", "@\(file.path)", "-w", "%{http_code}", "-o",
        "/dev/null", "\(server.url)/orders",
      ])
      #expect(outcome.output == "500")
      #expect(await server.requests().entries.first?.bodyLength == 3_000_000)
    }
  }

  @Test func `a body that is too large is refused`() async throws {
    try await MockServerTests.withServer(bodyLimit: 10) { server in
      let outcome = try await Curl.run([
        "--http2-prior-knowledge", "--data", "hello world", "-w", "%{http_code}", "-o", "/dev/null",
        "\(server.url)/orders",
      ])
      #expect(outcome.output == "413", "\(outcome)")
    }
  }

  @Test func `HEAD has no body, and Expect is answered`() async throws {
    let head = try await Self.curl(["--head", "-w", "%{http_code}", "-o", "/dev/null"])
    #expect(head.output == "200")
    let outcome = try await Self.curl(
      path: "/orders",
      [
        "-H", "Expect: 100-continue", "-H", "Content-Type: text/plain", "--data", "hello world",
        "-w", "%{http_code}",
      ])
    #expect(outcome.output.hasSuffix("201"), "\(outcome)")
  }

  // MARK: - Faults

  static func fault(_ text: String, _ arguments: [String]) async throws -> Curl.Outcome {
    let script = FaultScript(
      name: "s", target: .request(method: nil, path: "/orders/42"),
      steps: [FaultStep(try HTTPFault(text: text))])
    return try await curl(faults: [script], arguments)
  }

  @Test(arguments: [
    ("as_contracted", [], [0]),
    ("status,status=503", ["--fail"], [22]),
    ("latency,latency=20", [], [0]),
    ("latency,latency=60000", ["--max-time", "0.3"], [28]),
    ("slow_headers,delay=1", [], [0]),
    ("slow_body,rate=90", [], [0]),
    ("slow_body,bytes=1,delay=60000", ["--max-time", "0.3"], [28]),
    ("cut_body,bytes=4", [], [92]),
    ("cut_body,bytes=4,coding=chunked", [], [92]),
    ("wrong_content_length,difference=5", [], [92]),
    ("wrong_content_length,difference=-5", [], [92]),
    ("malformed_chunk", [], [92]),
    ("garbage_status_line", [], [92]),
    ("garbage_after", [], [92]),
    ("duplicate_header,name=X-A", [], [0]),
    ("oversize_header,bytes=1000000", [], [18, 27, 52, 56, 92, 100]),
    ("bad_gzip", ["--compressed"], [61]),
    ("wrong_content_type", [], [0]),
    ("empty_reply", [], [16, 18, 52, 56]),
    ("reset_peer", [], [16, 55, 56]),
    ("reset_peer,when=during", [], [16, 55, 56]),
    ("silence", ["--max-time", "0.3"], [28]),
    ("close_keep_alive", [], [0]),
    ("reset_stream", [], [92]),
    ("reset_stream,code=CANCEL,bytes=4", [], [92]),
    ("goaway,code=ENHANCE_YOUR_CALM", [], [16, 52, 56, 92]),
    ("goaway,when=after", [], [0]),
    ("stalled_window", ["--max-time", "0.3"], [28]),
  ])
  func `curl ends with the code of the fault`(
    fault: String, arguments: [String], codes: [Int32]
  ) async throws {
    let outcome = try await Self.fault(fault, arguments)
    #expect(codes.contains(outcome.exitCode), "\(outcome)")
  }

  @Test func `a head of several frames arrives whole`() async throws {
    let outcome = try await Self.fault(
      "oversize_header,bytes=50000", ["-w", " %{http_code} %{size_header}"])
    #expect(outcome.output.hasPrefix(#"{"id":42} 200 50"#), "\(outcome)")
  }

  @Test func `a stream that is reset tells its code`() async throws {
    let outcome = try await Self.fault("reset_stream,code=ENHANCE_YOUR_CALM", [])
    #expect(outcome.output.contains("ENHANCE_YOUR_CALM"), "\(outcome)")
  }

  @Test(arguments: [("reset_stream", [56]), ("goaway", [52]), ("goaway,when=after", [0])])
  func `over HTTP 1_1 they end the connection`(fault: String, codes: [Int32]) async throws {
    let outcome = try await CurlTests.run(fault, ["--http1.1"])
    #expect(codes.contains(outcome.exitCode), "\(outcome)")
  }

  @Test(arguments: ["--http1.1", "--http2-prior-knowledge"])
  func `an upload stalls when its window is not opened, and the next one does not`(
    version: String
  ) async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    // More than the buffers of TCP take.
    try Data(repeating: 97, count: 50_000_000).write(to: file)
    let script = FaultScript(
      name: "s", target: .interaction(description: "create"),
      steps: [FaultStep(try HTTPFault(type: "stalled_window"))])
    try await MockServerTests.withServer(faults: [script], bodyLimit: 100_000_000) { server in
      let arguments = [
        version, "-H", "Content-Type: text/plain", "-H", "Expect:", "\(server.url)/orders",
      ]
      let stalled = try await Curl.run(
        arguments + ["--max-time", "1", "--data-binary", "@\(file.path)"])
      #expect(stalled.exitCode == 28, "\(stalled)")
      let entries = await server.requests().entries
      #expect(entries.map(\.fault?.type) == ["stalled_window"])
      let next = try await Curl.run(arguments + ["--data", "hello world", "-w", "%{http_code}"])
      #expect(next.output.hasSuffix("201"), "\(next)")
    }
  }

  // MARK: - What curl never sends

  static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

  /// A frame: length, type, flags, stream, payload.
  static func frame(
    _ type: UInt8, _ flags: UInt8 = 0, on stream: UInt32 = 0, _ payload: [UInt8] = []
  )
    -> [UInt8]
  {
    let length = payload.count
    return [UInt8(length >> 16 & 255), UInt8(length >> 8 & 255), UInt8(length & 255), type, flags]
      + (0..<4).map { UInt8(stream >> (24 - 8 * $0) & 255) } + payload
  }

  /// `:method GET`, `:scheme http`, `:path` and `:authority x` without compression.
  static func head(path: String = "/orders/42", extra: [(String, String)] = []) -> [UInt8] {
    func field(_ name: String, _ value: String) -> [UInt8] {
      [0] + [UInt8(name.utf8.count)] + name.utf8 + [UInt8(value.utf8.count)] + value.utf8
    }
    return [0x82, 0x86] + field(":path", path) + field(":authority", "x")
      + extra.flatMap { field($0.0, $0.1) }
  }

  @Test func `a preface may come in pieces, and one that is broken ends the connection`()
    async throws
  {
    try await MockServerTests.withServer { server in
      let connection = try RawConnection(port: server.port)
      for byte in Self.preface { connection.send([byte]) }
      connection.send(Self.frame(4) + Self.frame(1, 5, on: 1, Self.head()))
      // SETTINGS is the first frame of a server.
      let start = await connection.take(9)
      #expect(start.count == 9 && start[3] == 4)
      let broken = try RawConnection(port: server.port)
      broken.send(Array("PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n".utf8) + Self.frame(4))
      #expect(await broken.rest().end != .silent)
    }
  }

  @Test(arguments: [
    [("x-a", "1\r\nx-b: 2")], [("x a", "1")], [("transfer-encoding", "chunked")],
    [("content-length", "-1")],
  ])
  func `what would be another request in HTTP 1_1 is refused`(fields: [(String, String)])
    async throws
  {
    try await MockServerTests.withServer { server in
      let connection = try RawConnection(port: server.port)
      connection.send(
        Self.preface + Self.frame(4) + Self.frame(1, 5, on: 1, Self.head(extra: fields)))
      // RST_STREAM, or the end of the connection.
      var type: UInt8?
      while type != 3, type != 7 {
        let head = await connection.take(9)
        guard head.count == 9 else { break }
        type = head[3]
        #expect(type != 1, "it was answered")
        _ = await connection.take(Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2]))
      }
      #expect(await server.requests().entries.isEmpty)
    }
  }

  @Test func `resets in quick succession end the connection`() async throws {
    try await MockServerTests.withServer { server in
      let connection = try RawConnection(port: server.port)
      var bytes = Self.preface + Self.frame(4)
      for stream in 0..<2_000 {
        let id = UInt32(stream * 2 + 1)
        bytes += Self.frame(1, 4, on: id, Self.head()) + Self.frame(3, 0, on: id, [0, 0, 0, 8])
      }
      connection.send(bytes)
      #expect(await connection.rest().end != .silent)
    }
  }

  @Test func `a head that is too large is refused`() async throws {
    let outcome = try await Self.curl(
      ["-H", "x-large: \(String(repeating: "a", count: 100_000))"])
    #expect(outcome.exitCode != 0 || outcome.output.contains("431"), "\(outcome)")
  }
}
