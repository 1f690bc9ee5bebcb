import ContractFiles
import ContractModel
import FaultModel
import Testing

@Suite struct FaultFileTests {
  static func read(_ script: String, seed: String = "") -> ContractFile {
    ContractFile(reading: Array("{\(seed)\"faults\": [\(script)]}".utf8), file: "faults.json")
  }

  @Test func `reads every kind of step`() throws {
    let file = Self.read(
      """
      {"name": "n", "interaction": "an order", "repeat": "forever", "steps": [
        {"type": "status", "status": 503, "headers": {"Retry-After": "1"}, "body": {"a": 1}},
        {"type": "latency", "latency": 300, "jitter": 50, "probability": 0.5},
        {"type": "reset_peer", "repeat": 2}, {"type": "empty_reply"},
        {"type": "cut_body", "bytes": 20}, {"type": "as_contracted"}]}
      """, seed: "\"seed\": 42, ")
    #expect(file.diagnostics == [])
    guard case .faults(let scripts)? = file.content else {
      Issue.record("no fault script")
      return
    }
    let response = FaultResponse(
      status: 503,
      headers: [.init("Retry-After", "1"), .init("Content-Type", "application/json")],
      body: Array(#"{"a": 1}"#.utf8))
    #expect(
      scripts == [
        FaultScript(
          name: "n", target: .interaction(description: "an order"),
          steps: [
            FaultStep(.status(response)),
            FaultStep(
              .latency(.milliseconds(300), jitter: .milliseconds(50)), probability: 0.5),
            FaultStep(.resetPeer, repeat: 2), FaultStep(.emptyReply),
            FaultStep(.cutBody(bytes: 20)),
            FaultStep(.asContracted),
          ], rounds: nil, seed: 42)
      ])
  }

  @Test(arguments: [
    (#"{"path": "/"}"#, "the fault script has no 'steps'"),
    (#"{"path": "/", "steps": []}"#, "'steps' is empty"),
    (
      #"{"steps": [{"type": "reset_peer"}]}"#,
      "expected 'interaction' (a description) or 'path', so that the script has a target"
    ),
    (
      #"{"path": "/", "interaction": "a", "steps": [{"type": "reset_peer"}]}"#,
      "expected 'interaction' or 'path', found both"
    ),
    (
      #"{"path": "/", "steps": [{"type": "explode"}]}"#,
      "the fault type 'explode' is not known, expected status, latency, reset_peer, empty_reply, cut_body or as_contracted"
    ),
    (#"{"path": "/", "steps": [{"type": "latency", "latncy": 5}]}"#, "'latncy' is not known here"),
    (
      #"{"path": "/", "steps": [{"type": "latency"}]}"#,
      "'latency' is missing, expected milliseconds"
    ),
    (
      #"{"path": "/", "steps": [{"type": "reset_peer", "probability": 2}]}"#,
      "expected a number from 0 to 1 for 'probability'"
    ),
    (
      #"{"path": "/", "steps": [{"type": "status", "status": 99}]}"#,
      "expected a whole number from 200 to 599 for 'status', found 99"
    ),
    (
      #"{"path": "/", "steps": [{"type": "status", "status": 500, "headers": {"A": "b\r\nc"}}]}"#,
      "'A' is no header that HTTP can carry"
    ),
    (
      #"{"path": "/", "repeat": "always", "steps": [{"type": "reset_peer"}]}"#,
      "expected a whole number or \"forever\" for 'repeat'"
    ),
  ])
  func `refuses what it does not know`(script: String, message: String) {
    let file = Self.read(script)
    #expect(file.diagnostics.map(\.message) == [message])
    #expect(file.content == nil)
  }
}
