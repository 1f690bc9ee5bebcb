import TestSupport
import Testing

extension MockCommandTests {
  @Test func `a request may ask for a fault when the flag says so`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      let arguments = ["a.json", "--fault-header", "--seed", "5"]
      try await RunningMock.with(arguments, in: folder) { mock in
        let answer = try await mock.get(
          "/orders/42", "X-Counterpart-Fault: status,status=503,retry_after=2,body=busy")
        #expect(answer.status == 503)
        #expect(answer.header("Retry-After") == "2")
        #expect(answer.text == "busy")
        let wrong = try await mock.get("/orders/42", "X-Counterpart-Fault: latency")
        #expect(wrong.status == 400)
        #expect(wrong.text.contains("X-Counterpart-Fault: 'latency' needs 'latency'"))
        #expect(try await mock.stop().errors.contains("seed 5"))
      }
      try await RunningMock.with(["a.json"], in: folder) { mock in
        let answer = try await mock.get("/orders/42", "X-Counterpart-Fault: status,status=503")
        #expect(answer.status == 200)
      }
    }
  }

  @Test func `a wrong step is told with its place`() async throws {
    let script = """
      {"faults": [{"path": "/", "steps": [
        {"type": "slow_body", "rate": 0}]}]}
      """
    try await TemporaryFolder.with(["a.json": Self.contract, "f.json": script]) { folder in
      let end = try await CommandLineTool.counterpart.run(
        ["mock", "a.json", "f.json"], in: folder.url)
      #expect(end.exitCode == 65)
      #expect(end.errors.contains("f.json:2:33: error: expected a whole number from 1"))
    }
  }
}
