import Foundation
import JSONText
import MockEngine
import TestSupport
import Testing

/// Recordings by the admin API.
@Suite struct RecordingTests {
  private static func withMock<Value>(
    compatible: Bool = false, folder: URL? = nil, limit: Int = 16_000_000,
    _ test: (StubServer, ScriptedServer) async throws -> Value
  ) async throws -> Value {
    let count = CallCounter()
    let service = try ScriptedServer { request in
      switch request.methodAndTarget {
      case "GET /count": .response(body: "\(count.next())")
      case "POST /login":
        .response(
          "200 OK", ["Content-Type: application/json", "Set-Cookie: sid=s3cr3t"],
          body: #"{"ok":true}"#)
      default: .response("200 OK", ["Content-Type: text/plain"], body: request.methodAndTarget)
      }
    }
    defer { service.stop() }
    let options = MockOptions(
      journalLimit: limit, isWireMockCompatible: compatible,
      allowedTargets: [try AllowedTarget(service.endpoint)])
    return try await StubServer.run(folder: folder, options: options) { mock in
      try await test(mock, service)
    }
  }

  @Test func `what was proxied is stubbed when the recording ends`() async throws {
    try await Self.withMock { mock, service in
      #expect(
        try await mock.admin("GET", "recordings/status").json["status"]?.string == "NeverStarted")
      let started = try await mock.admin(
        "POST", "recordings/start", #"{"targetBaseUrl": "\#(service.url)"}"#)
      #expect(started.status == 200)
      #expect(
        try await mock.admin("GET", "recordings/status").json["status"]?.string == "Recording")
      let twice = try await mock.admin(
        "POST", "recordings/start", #"{"targetBaseUrl": "\#(service.url)"}"#)
      #expect(twice.status == 409)
      _ = try await mock.ask("GET", "/count")
      _ = try await mock.ask("GET", "/count")
      _ = try await mock.ask(
        "POST", "/login", #"{"user":"u"}"#, headers: ["Authorization": "Bearer t0k3n"])
      let stopped = try await mock.admin("POST", "recordings/stop")
      let mappings = Array((stopped.json["mappings"] ?? .null).elements)
      #expect(mappings.count == 3)
      #expect(!"\(stopped.json)".contains("s3cr3t"))
      service.stop()
      // The last step of the scenario stays.
      #expect(try await mock.ask("GET", "/count").text == "1")
      #expect(try await mock.ask("GET", "/count").text == "2")
      #expect(try await mock.ask("GET", "/count").text == "2")
      let login = try await mock.ask("POST", "/login", #"{ "user": "u" }"#)
      #expect(login.text == #"{"ok":true}"#)
      #expect(login.header("Set-Cookie")?.contains("REDACTED") == true)
      #expect(try await mock.ask("GET", "/other").status == 404)
      #expect(try await mock.admin("POST", "recordings/stop").status == 400)
    }
  }

  @Test func `a snapshot takes what was proxied so far, filtered, with captured headers`()
    async throws
  {
    try await Self.withMock(compatible: true) { mock, service in
      let proxy =
        #"{"request": {}, "response": {"proxyBaseUrl": "\#(service.url)"}, "priority": 10}"#
      _ = try await mock.admin("POST", "mappings", proxy)
      for path in ["/a/1", "/a/2", "/b"] {
        _ = try await mock.ask("GET", path, headers: ["Accept": "text/plain"])
      }
      let snapshot = try await mock.admin(
        "POST", "recordings/snapshot",
        """
        {"filters": {"urlPathPattern": "/a/.*"}, "captureHeaders": {"Accept": {"caseInsensitive": true}},
         "persist": false, "outputFormat": "FULL"}
        """)
      let mappings = Array((snapshot.json["mappings"] ?? .null).elements)
      #expect(mappings.map { $0["request"]?["url"]?.string } == ["/a/1", "/a/2"])
      let accept = mappings.first?["request"]?["headers"]?["Accept"]
      #expect(accept?["equalTo"]?.string == "text/plain")
      #expect(accept?["caseInsensitive"]?.boolean == true)
      let ids = try await mock.admin("POST", "recordings/snapshot", #"{"outputFormat": "IDS"}"#)
      #expect(Array((ids.json["ids"] ?? .null).elements).count == 3)
    }
  }

  @Test func `long bodies get files of their own`() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("counterpart-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await Self.withMock(folder: folder) { mock, service in
      _ = try await mock.admin(
        "POST", "recordings/start",
        #"{"targetBaseUrl": "\#(service.url)", "extractBodyCriteria": {"textSizeThreshold": "0"}}"#)
      _ = try await mock.ask("GET", "/../..%2fescape")
      let stopped = try await mock.admin("POST", "recordings/stop").json
      let mapping = try #require(stopped["mappings"]?.elements.first { _ in true })
      let name = try #require(mapping["response"]?["bodyFileName"]?.string)
      let content = try Data(contentsOf: folder.appendingPathComponent("__files/\(name)"))
      #expect(!name.contains("/"))
      #expect(content.count > 3)
    }
  }

  @Test func `a recording that would not be whole is refused`() async throws {
    try await Self.withMock(limit: 4_000) { mock, service in
      _ = try await mock.admin(
        "POST", "recordings/start", #"{"targetBaseUrl": "\#(service.url)"}"#)
      for number in 0..<40 { _ = try await mock.ask("GET", "/\(number)") }
      let stopped = try await mock.admin("POST", "recordings/stop")
      #expect(stopped.status == 500)
      #expect("\(stopped.json)".contains("--journal"))
    }
  }

  @Test(arguments: [
    (#"{}"#, "/targetBaseUrl"), (#"{"targetBaseUrl": "http://evil.example"}"#, "/targetBaseUrl"),
    (#"{"targetBaseUrl": "URL", "transformers": ["x"]}"#, "/transformers/0"),
    (#"{"targetBaseUrl": "URL", "captureHeader": {}}"#, "/captureHeader"),
    (#"{"targetBaseUrl": "URL", "filters": {"urll": "/"}}"#, "/filters/urll"),
    (
      #"{"targetBaseUrl": "URL", "filters": {"allowNonProxied": true}}"#, "/filters/allowNonProxied"
    ),
    (
      #"{"targetBaseUrl": "URL", "extractBodyCriteria": {"textSizeThreshold": "2 pb"}}"#,
      "/extractBodyCriteria/textSizeThreshold"
    ),
    (
      #"{"targetBaseUrl": "URL", "requestBodyPattern": {"matcher": "x"}}"#,
      "/requestBodyPattern/matcher"
    ),
  ])
  func `what cannot be recorded is refused with a pointer`(body: String, pointer: String)
    async throws
  {
    try await Self.withMock { mock, service in
      let refused = try await mock.admin(
        "POST", "recordings/start", body.replacing("URL", with: service.url))
      #expect(refused.status == 422)
      let error = refused.json["errors"]?.elements.first { _ in true }
      #expect(error?["source"]?["pointer"]?.string == pointer, "\(refused)")
      #expect(
        try await mock.admin("GET", "recordings/status").json["status"]?.string == "NeverStarted")
    }
  }
}
