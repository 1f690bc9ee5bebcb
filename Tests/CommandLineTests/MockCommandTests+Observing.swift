import Foundation
import JSONText
import TestSupport
import Testing

/// What `mock` tells while it serves.
extension MockCommandTests {
  @Test func `the log is quiet unless it is wanted`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      try await RunningMock.with(["a.json"], in: folder) { mock in
        _ = try await mock.get("/nothing")
        #expect(try await mock.stop().errors == "")
      }
    }
  }

  @Test func `the log tells what no interaction accepts, as text that no client can break`()
    async throws
  {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      try await RunningMock.with(["a.json", "--log", "info"], in: folder) { mock in
        _ = try await mock.get(#"/no"thing"#)
        let lines = try await mock.stop().errors.split(separator: "\n")
        #expect(lines.count == 3)
        let stamp = #/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z /#
        #expect(lines.allSatisfy { $0.firstMatch(of: stamp) != nil })
        #expect(lines[0].hasSuffix("Z info: listening url=http://127.0.0.1:\(mock.port)"))
        #expect(
          lines[1].hasSuffix(
            #"Z info: a request was not matched method=GET number=1 status=500 url="/no\"thing""#))
      }
    }
  }

  @Test func `the log is JSON where that is wanted`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      let options = ["a.json", "--log", "debug", "--log-format", "json"]
      try await RunningMock.with(options, in: folder) { mock in
        _ = try await mock.get("/orders/42")
        let lines = try await mock.stop().errors.split(separator: "\n")
        let events = try lines.map { try JSONDocument(parsing: Array($0.utf8)).root }
        #expect(
          events.map { $0["message"]?.string } == ["listening", "a request was answered", "ending"])
        let request = try #require(events.dropFirst().first)
        #expect(request["level"]?.string == "debug")
        #expect(request["time"]?.string?.hasSuffix("Z") == true)
        #expect(request["number"]?.string == "1")
        #expect(request["url"]?.string == "/orders/42")
      }
    }
  }

  @Test func `pages of other origins are allowed by an option`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      try await RunningMock.with(["a.json", "--cors"], in: folder) { mock async throws in
        #expect(try await mock.get("/orders/42").header("Access-Control-Allow-Origin") == "*")
        #expect(try await mock.get("/__admin/health").header("Access-Control-Allow-Origin") == nil)
      }
      try await RunningMock.with(["a.json"], in: folder) { mock async throws in
        #expect(try await mock.get("/orders/42").header("Access-Control-Allow-Origin") == nil)
      }
    }
  }

  @Test func `connections have a limit that can be set`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      try await RunningMock.with(["a.json", "--max-connections", "1"], in: folder) { mock in
        let first = try RawConnection(port: mock.port)
        #expect(try await RunningMock.get("/orders/42", on: first).status == 200)
        let second = try RawConnection(port: mock.port)
        #expect(try await second.response().status == 503)
        #expect(try await mock.stop().errors.contains("warning: too many connections limit=1"))
      }
    }
    for arguments in [["--max-connections", "0"], ["--log", "loud"], ["--log-format", "xml"]] {
      #expect(try await CommandLineTool.counterpart.run(["mock"] + arguments).exitCode == 64)
    }
  }
}
