import JSONText
import TestSupport
import Testing

extension MockCommandTests {
  // MARK: unmatched requests

  @Test func `an unmatched request is told what differs from the nearest`() async throws {
    try await TemporaryFolder.with(["contracts/a.json": Self.contract]) { folder in
      try await RunningMock.with(["contracts"], in: folder) { mock in
        let response = try await mock.get("/orders/42?v=2")
        #expect(response.status == 500)
        #expect(response.header("Content-Type")?.hasPrefix("application/json") == true)
        let answer = try JSONValue(parsing: response.text)
        #expect(answer["error"]?.string == "no interaction matched GET /orders/42?v=2")
        let nearest = try #require(answer["nearest"]?.elements.first)
        #expect(nearest["interaction"]?.string == "an order")
        #expect(nearest["contract"]?["consumer"]?.string == "web-shop")
        #expect(nearest["contract"]?["provider"]?.string == "order-service")
        #expect(nearest["location"]?["file"]?.string == "contracts/a.json")
        #expect(nearest["location"]?["line"]?.integer == 3)
        let mismatch = try #require(nearest["mismatches"]?.elements.first)
        #expect(
          mismatch.members.map(\.name) == [
            "type", "path", "expected", "actual", "message", "rule", "location",
          ])
        #expect(mismatch["type"]?.string == "query")
        #expect(mismatch["path"]?.string == "v")
      }
    }
  }

  @Test func `the status of an unmatched request can be chosen`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      try await RunningMock.with(["a.json", "--unmatched-status", "418"], in: folder) { mock in
        let unmatched = try await mock.get("/nothing")
        #expect(unmatched.status == 418)
        #expect(try await mock.get("/orders/42").status == 200)
      }
    }
  }

  @Test(arguments: ["199", "600", "x"])
  func `an unmatched status that is none is refused`(status: String) async throws {
    let end = try await CommandLineTool.counterpart.run(["mock", "--unmatched-status", status])
    #expect(end.exitCode == 64)
    #expect(end.errors.contains("--unmatched-status"))
  }

  // MARK: provider states

  static let twins = Pact.file(
    Pact.http("an order", response: Pact.text("first"), states: Pact.state("it exists")),
    Pact.http("the same order", response: Pact.text("second"), states: Pact.state("it is old")))

  @Test func `the first of two that accept the same answers, and a warning names both`()
    async throws
  {
    try await TemporaryFolder.with(["a.json": Self.twins]) { folder in
      try await RunningMock.with(["a.json"], in: folder) { mock in
        #expect(try await mock.get("/orders/42").text == "first")
        let second = try await mock.get("/orders/42", "X-Counterpart-State: it is old")
        #expect(second.text == "second")
        let end = try await mock.stop()
        #expect(end.errors.hasPrefix("a.json:4:1: warning: 'the same order' (a.json:4)"))
        #expect(end.errors.contains("'an order' (a.json:3)"))
        #expect(end.exitCode == 0)
      }
    }
  }

  @Test func `a state selects among those that accept the same`() async throws {
    try await TemporaryFolder.with(["a.json": Self.twins]) { folder in
      let options = ["a.json", "--state", "of no interest", "--state", "it is old"]
      try await RunningMock.with(options, in: folder) { mock in
        #expect(try await mock.get("/orders/42").text == "second")
        let first = try await mock.get("/orders/42", "X-Counterpart-State: it exists")
        #expect(first.text == "first")
      }
    }
  }

  // MARK: faults

  static let faults = """
    {"faults": [{"name": "flaps", "interaction": "an order", "repeat": "forever",
      "steps": [{"type": "status", "status": 503, "probability": 0.5}]}]}
    """

  /// Whether each of so many requests went wrong, and what was said on standard error.
  static func play(
    _ options: [String], in folder: TemporaryFolder
  ) async throws -> (pattern: String, errors: String) {
    try await RunningMock.with(["a.json", "faults.json"] + options, in: folder) { mock in
      let connection = try RawConnection(port: mock.port)
      var pattern = ""
      for _ in 0..<64 {
        let status = try await RunningMock.get("/orders/42", on: connection).status
        pattern += status == 503 ? "x" : status == 200 ? "." : "?"
      }
      return (pattern, try await mock.stop().errors)
    }
  }

  @Test func `faults with the same seed play the same, with another they do not`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract, "faults.json": Self.faults]) {
      folder in
      let first = try await Self.play(["--seed", "7"], in: folder)
      #expect(first.errors == "seed 7\n")
      #expect(Set(first.pattern) == ["x", "."])
      #expect(try await Self.play(["--seed", "7"], in: folder).pattern == first.pattern)
      #expect(try await Self.play(["--seed", "8"], in: folder).pattern != first.pattern)
    }
  }

  @Test func `a seed of the command line comes before that of a file`() async throws {
    let seeded = Self.faults.replacing(#"{"faults""#, with: #"{"seed": 7, "faults""#)
    try await TemporaryFolder.with(["a.json": Self.contract, "faults.json": seeded]) { folder in
      let first = try await Self.play([], in: folder)
      #expect(first.errors == "seed 7\n")
      #expect(try await Self.play(["--seed", "7"], in: folder).pattern == first.pattern)
      let other = try await Self.play(["--seed", "8"], in: folder)
      #expect(other.errors == "seed 8\n")
      #expect(other.pattern != first.pattern)
    }
  }

  @Test func `a seed that was drawn is printed, and plays the same when it is given`()
    async throws
  {
    try await TemporaryFolder.with(["a.json": Self.contract, "faults.json": Self.faults]) {
      folder in
      let first = try await Self.play([], in: folder)
      #expect(first.errors.hasPrefix("seed "))
      let seed = String(first.errors.dropFirst(5).prefix { $0 != "\n" })
      #expect(try await Self.play(["--seed", seed], in: folder).pattern == first.pattern)
    }
  }
}
