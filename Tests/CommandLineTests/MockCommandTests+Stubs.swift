import Foundation
import JSONText
import TestSupport
import Testing

extension MockCommandTests {
  static func stub(_ request: String, _ response: String = #"{"body": "ok"}"#) -> String {
    "{\"request\": \(request),\n \"response\": \(response)}"
  }

  @Test func `plays a folder as WireMock lays it out, beside contracts`() async throws {
    let files = [
      "wm/mappings/a.json": Self.stub(#"{"url": "/a"}"#, #"{"bodyFileName": "a.txt"}"#),
      "wm/mappings/more/b.json": #"{"mappings": [\#(Self.stub(#"{"url": "/b"}"#))]}"#,
      "wm/__files/a.txt": "from a file", "wm/__files/no-contract.json": "{",
      "a.json": Self.contract,
    ]
    try await TemporaryFolder.with(files) { folder in
      try await RunningMock.with(["wm", "a.json"], in: folder) { mock async throws in
        #expect(try await mock.get("/a").text == "from a file")
        #expect(try await mock.get("/b").text == "ok")
        #expect(try await mock.get("/orders/42").status == 200)
        #expect(try await mock.get("/c").status == 500)
        #expect(try await mock.stop().exitCode == 0)
      }
    }
  }

  @Test func `an unmatched request gets 404 when there are stubs alone`() async throws {
    try await TemporaryFolder.with(["a.json": Self.stub(#"{"url": "/a"}"#)]) { folder in
      try await RunningMock.with(["a.json"], in: folder) { mock async throws in
        #expect(try await mock.get("/b").status == 404)
      }
      try await RunningMock.with(["a.json", "--unmatched-status", "418"], in: folder) {
        mock async throws in
        #expect(try await mock.get("/b").status == 418)
      }
    }
  }

  @Test(arguments: [
    (
      #"{"url": "/a", "headers": {"X": {"equalTo": "a", "contains": "b"}}}"#,
      "a.json:1:61: error: /request/headers/X/contains: 'contains' stands beside 'equalTo'"
    ),
    (#"{"bodyPatterns": [{"matchesJsonPath": "$.["}]}"#, "a.json:1:51: error: "),
    (#"{"url": "/a", "urlPath": "/a"}"#, "a.json:1:27: error: /request/urlPath: "),
    (#"{"bodyPatterns": [{"equals": "a"}]}"#, "/request/bodyPatterns/0/equals: the operator"),
  ])
  func `a stub that cannot be used is told with its place`(
    _ request: String, _ message: String
  ) async throws {
    try await TemporaryFolder.with(["a.json": Self.stub(request)]) { folder in
      for command in ["mock", "lint"] {
        let end = try await CommandLineTool.counterpart.run([command, "a.json"], in: folder.url)
        #expect(end.exitCode == 65)
        #expect((end.errors + end.output).contains(message), "\(end)")
      }
    }
  }

  @Test func `the compatible mode plays what is refused otherwise`() async throws {
    let stub = Self.stub(#"{"url": "/a", "urlPath": "/b"}"#)
    try await TemporaryFolder.with(["a.json": stub]) { folder in
      try await RunningMock.with(["a.json", "--wiremock-compatible"], in: folder) {
        mock async throws in
        #expect(try await mock.get("/a").status == 200)
        #expect(try await mock.get("/b").status == 404)
      }
    }
  }

  @Test func `a stub that can never answer is told`() async throws {
    let files = [
      "a.json": Self.stub(#"{"url": "/a"}"#), "b.json": Self.stub(#"{"urlPath": "/c"}"#),
    ]
    try await TemporaryFolder.with(files) { folder in
      let quiet = try await CommandLineTool.counterpart.run(["lint", "."], in: folder.url)
      #expect(quiet.output == "0 interactions, 2 stubs, 0 fault scripts: 0 errors, 0 warnings\n")
      try folder.write(Self.stub(#"{"method": "ANY", "url": "/a"}"#), to: "z.json")
      let end = try await CommandLineTool.counterpart.run(["lint", "."], in: folder.url)
      #expect(end.output.contains("./a.json:1:1: warning: the stub 'ANY /a' can never"))
      #expect(end.output.contains("1 warning"))
    }
  }

  @Test func `a fault script befalls the answers of a stub`() async throws {
    let files = [
      "a.json": #"{"name": "the stub", "request": {"url": "/a"}, "response": {"body": "ok"}}"#,
      "f.json": """
      {"faults": [{"interaction": "the stub", "steps": [{"type": "status", "status": 503}]}]}
      """,
    ]
    try await TemporaryFolder.with(files) { folder in
      try await RunningMock.with(["a.json", "f.json"], in: folder) { mock async throws in
        #expect(try await mock.get("/a").status == 503)
        #expect(try await mock.get("/a").text == "ok")
      }
    }
  }

  @Test func `the admin API ends the mock`() async throws {
    try await TemporaryFolder.with { folder in
      try await RunningMock.with([], in: folder) { mock async throws in
        let connection = try RawConnection(port: mock.port)
        connection.send(
          "POST /__admin/shutdown HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
        #expect(try await connection.response().status == 200)
        #expect(try await mock.tool.end().exitCode == 0)
      }
    }
  }
}
