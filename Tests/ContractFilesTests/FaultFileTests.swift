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
    let status = try HTTPFault(
      type: "status",
      members: [
        "status": .number(503), "headers": .fields([.init("Retry-After", "1")]),
        "body": .body(Array(#"{"a": 1}"#.utf8), contentType: "application/json"),
      ])
    #expect(
      scripts == [
        FaultScript(
          name: "n", target: .interaction(description: "an order"),
          steps: [
            FaultStep(status),
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
      "expected 'interaction' (a description), 'path' or 'connections', so that the script has a target"
    ),
    (
      #"{"path": "/", "interaction": "a", "steps": [{"type": "reset_peer"}]}"#,
      "expected 'interaction' or 'path', found both"
    ),
    (
      #"{"path": "/", "steps": [{"type": "explode"}]}"#,
      "the fault type 'explode' is not known, expected as_contracted, status, latency, reset_peer, empty_reply, silence, no_continue, close_keep_alive, slow_headers, slow_body, cut_body, wrong_content_length, malformed_chunk, garbage_status_line, garbage_after, duplicate_header, oversize_header, bad_gzip, wrong_content_type, reset_stream, goaway or stalled_window"
    ),
    (#"{"path": "/", "steps": [{"type": "latency", "latncy": 5}]}"#, "'latncy' is not known here"),
    (
      #"{"path": "/", "steps": [{"type": "latency"}]}"#,
      "'latency' needs 'latency' (and 'jitter'), or 'median' and 'sigma', or 'p50' and 'p99', in milliseconds"
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
      #"{"path": "/", "steps": [{"type": "silence", "exactly": 2}]}"#,
      "expected a whole number from 0 to 1 for 'exactly', found 2"
    ),
    (
      #"{"path": "/", "steps": [{"type": "silence", "exactly": 1, "probability": 1}]}"#,
      "expected 'exactly' or 'probability', found both"
    ),
    (
      #"{"path": "/", "steps": [{"type": "silence", "probability": {"from": 0, "to": 2}}]}"#,
      "expected a number from 0 to 1 for 'probability'"
    ),
    (
      #"{"path": "/", "steps": [{"type": "latency", "latency": {"from": 0}}]}"#,
      "expected a number or 'from' and 'to' for 'latency'"
    ),
    (
      #"{"path": "/", "window": {}, "steps": [{"type": "silence"}]}"#,
      "expected 'from' or 'to', in milliseconds, for 'window'"
    ),
    (
      #"{"path": "/", "window": {"from": 5, "to": 5}, "steps": [{"type": "silence"}]}"#,
      "the window ends before it begins"
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
