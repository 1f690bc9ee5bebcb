import TestSupport
import Testing

extension MockCommandTests {
  /// Runs a mock that cannot start, and returns what it said.
  static func refused(
    _ arguments: [String], _ files: [String: String]
  ) async throws -> ToolOutput {
    try await TemporaryFolder.with(files) { folder in
      try folder.createFolder("empty")
      let end = try await CommandLineTool.counterpart.run(["mock"] + arguments, in: folder.url)
      #expect(end.output == "")
      return end
    }
  }

  @Test func `a missing path is 66`() async throws {
    let end = try await Self.refused(["a.json", "b.json"], ["a.json": Self.contract])
    #expect(end.exitCode == 66)
    #expect(end.errors == "error: there is no file or folder 'b.json'\n")
  }

  @Test(arguments: [
    ("{\n  \"consumer\": oops\n}", "a.json:2:15: error: not JSON: "),
    ("", "a.json:1:1: error: not JSON: "),
    (#"{"consumer": {"name": "web-shop"#, "a.json:1:23: error: not JSON: "),
    ("{\"interactions\": [\n", "a.json:2:1: error: not JSON: "),
    ("[]", "a.json:1:1: error: expected an object, found an array"),
    ("{}", "a.json:1:1: error: neither a Pact file"),
    (#"{"consumer": {"name": "a"}, "interactions": []}"#, "a.json:1:1: error: expected 'provider'"),
    ("{\"faults\": [\n{\"path\": \"/\", \"steps\": []}]}", "a.json:2:24: error: 'steps' is empty"),
  ])
  func `a file that is no contract is 65, with the place`(text: String, message: String)
    async throws
  {
    let end = try await Self.refused(["a.json"], ["a.json": text])
    #expect(end.exitCode == 65)
    #expect(end.errors.hasPrefix(message), "\(end.errors)")
  }

  @Test(arguments: ["[", #"{"a":"#])
  func `a file that is nested too deeply is 65 and no crash`(opening: String) async throws {
    let text = #"{"consumer": {"name": "a"}, "provider": {"name": "b"}, "interactions": "#
    let deep = String(repeating: opening, count: 100_000)
    let end = try await Self.refused(["a.json"], ["a.json": text + deep])
    #expect(end.exitCode == 65)
    #expect(end.errors.hasPrefix("a.json:1:"))
    #expect(end.errors.contains(": error: not JSON: "))
    #expect(end.errors.utf8.count < 1_000)
  }

  @Test func `a bad file is told of together with a missing one, and its code wins`()
    async throws
  {
    let end = try await Self.refused(["bad.json", "none.json"], ["bad.json": "x"])
    #expect(end.exitCode == 65)
    #expect(end.errors.contains("bad.json:1:1: error: "))
    #expect(end.errors.contains("error: there is no file or folder 'none.json'"))
  }

  @Test func `an empty folder is 65`() async throws {
    let end = try await Self.refused(["empty"], [:])
    #expect(end.exitCode == 65)
    #expect(end.errors.hasPrefix("empty: error: there is no contract in this folder"))
  }

  @Test func `a fault script for an unknown interaction is 65`() async throws {
    let faults = """
      {"faults": [{"name": "flaps", "interaction": "a refund", "steps": [{"type": "reset_peer"}]}]}
      """
    let end = try await Self.refused(["."], ["a.json": Self.contract, "faults.json": faults])
    #expect(end.exitCode == 65)
    #expect(end.errors.contains("faults.json: error: the fault script 'flaps'"))
    #expect(end.errors.contains("'a refund'"))
  }

  @Test func `what cannot be played is told with its place, and the others play`() async throws {
    let rules = #"{"path": {"matchers": [{"match": "regex", "regex": "(["}]}}"#
    let contract = Pact.file(
      Pact.http("an invalid regex", path: "/a", rules: rules), Pact.http("an order"),
      #"{"type": "Synchronous/HTTP", "description": "half of one", "request": {}}"#)
    try await TemporaryFolder.with(["a.json": contract]) { folder in
      try await RunningMock.with(["a.json"], in: folder) { mock in
        #expect(try await mock.get("/orders/42").status == 200)
        #expect(try await mock.get("/a").status == 500)
        let end = try await mock.stop()
        let lines = end.errors.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("a.json:3:") && $0.contains("an invalid regex") })
        #expect(lines.contains { $0.hasPrefix("a.json:5:") && $0.contains("'response'") })
        #expect(lines.count == 2)
        #expect(end.exitCode == 0)
      }
    }
  }
}
