import Foundation
import TestSupport
import Testing

/// Files that change while the mock plays them.
extension MockCommandTests {
  private static func text(_ url: String, _ body: String) -> String {
    #"{"request": {"url": "\#(url)"}, "response": {"body": "\#(body)"}}"#
  }

  @Test func `files that change are played from then on, and new and removed ones are noticed`()
    async throws
  {
    let files = ["a.json": Self.contract, "mappings/a.json": Self.text("/a", "old")]
    try await TemporaryFolder.with(files) { folder in
      try await RunningMock.with([".", "--watch"], in: folder) { mock in
        #expect(try await mock.get("/a").text == "old")
        try folder.write(Self.text("/a", "newer"), to: "mappings/a.json")
        try folder.write(Self.text("/b", "b"), to: "mappings/b.json")
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent("a.json"))
        // The changes may be noticed one after the other.
        _ = try await mock.tool.line(startingWith: "reloaded: 0 interactions, 2 stubs, 0 fault")
        #expect(try await mock.get("/a").text == "newer")
        #expect(try await mock.get("/b").text == "b")
        #expect(try await mock.get("/orders/42").status == 404)
        #expect(try await mock.stop().exitCode == 0)
      }
    }
  }

  @Test func `a bad file changes nothing, and is told with its place`() async throws {
    let files = [
      "mappings/a.json": Self.text("/a", "old"), "mappings/b.json": Self.text("/b", "b"),
    ]
    try await TemporaryFolder.with(files) { folder in
      try await RunningMock.with([".", "--watch"], in: folder) { mock in
        try folder.write(#"{"request": {"urll": "/a"}}"#, to: "mappings/a.json")
        _ = try await mock.tool.errorLine(startingWith: "nothing was reloaded")
        #expect(try await mock.get("/a").text == "old")
        #expect(try await mock.get("/b").text == "b")
        try folder.write(Self.text("/a", "mended"), to: "mappings/a.json")
        _ = try await mock.tool.line(startingWith: "reloaded: 0 interactions, 2 stubs")
        #expect(try await mock.get("/a").text == "mended")
        let end = try await mock.stop()
        #expect(end.errors.contains("mappings/a.json:1:14: error: /request/urll"), "\(end.errors)")
        #expect(end.exitCode == 0)
      }
    }
  }

  @Test func `what came by the admin API stays, as do scenarios, counts and fault scripts`()
    async throws
  {
    let steps = """
      {"mappings": [
        {"scenarioName": "s", "newScenarioState": "two", "requiredScenarioState": "Started",
         "request": {"url": "/step"}, "response": {"body": "one"}},
        {"scenarioName": "s", "requiredScenarioState": "two",
         "request": {"url": "/step"}, "response": {"body": "two"}}
      ]}
      """
    let fault = """
      {"faults": [{"path": "/faulty", "steps": [{"type": "status", "status": 503}]}]}
      """
    let files = [
      "a.json": Self.contract, "f.json": fault, "mappings/s.json": steps,
      "mappings/a.json": Self.text("/a", "old"),
    ]
    try await TemporaryFolder.with(files) { folder in
      try await RunningMock.with([".", "--watch", "--junit", "j.xml"], in: folder) { mock in
        let connection = try RawConnection(port: mock.port)
        let added = Self.text("/added", "by API")
        connection.send(
          "POST /__admin/mappings HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Length: \(added.utf8.count)\r\n\r\n\(added)")
        #expect(try await connection.response().status == 201)
        #expect(try await mock.get("/step").text == "one")
        #expect(try await mock.get("/orders/42").status == 200)
        #expect(try await mock.get("/orders/43").status == 200)
        #expect(try await mock.get("/faulty").status == 503)
        try folder.write(Self.text("/a", "newer"), to: "mappings/a.json")
        _ = try await mock.tool.line(startingWith: "reloaded: 2 interactions, 3 stubs, 1 fault")
        #expect(try await mock.get("/added").text == "by API")
        #expect(try await mock.get("/step").text == "two")
        // Its only step was used up before.
        #expect(try await mock.get("/faulty").status == 500)
        let journal = try await mock.get("/__admin/requests").text
        #expect(journal.contains(#""interaction":"an order""#), "\(journal)")
        _ = try await mock.stop()
        let report = String(decoding: try folder.read("j.xml"), as: UTF8.self)
        #expect(!report.contains("was not asked for"), "\(report)")
      }
    }
  }

  @Test(arguments: [
    (["--watch"], "--watch needs a PATH"),
    (["a.json", "--watch", "--control-port", "0"], "--watch does not go with --control-port"),
  ])
  func `what cannot be watched is said at the start`(
    arguments: [String], message: String
  ) async throws {
    let end = try await CommandLineTool.counterpart.run(["mock"] + arguments)
    #expect(end.exitCode == 64)
    #expect(end.errors.contains(message), "\(end.errors)")
  }
}
