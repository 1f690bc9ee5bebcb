import ContractFiles
import ContractModel
import FaultModel
import JSONText
import Testing

/// Fault scripts whose target are the connections over TLS.
@Suite struct TLSFaultFileTests {
  static let script = FaultScript(
    name: "n", target: .connections,
    steps: [
      FaultStep(tls: .expired, repeat: 3), FaultStep(tls: .asContracted),
      FaultStep(tls: .unknownAuthority, repeat: 10, probability: FaultRamp(from: 0, to: 1)),
      FaultStep(tls: .lateAlert, repeat: 4, exactly: 2),
    ], rounds: nil, seed: 42, window: FaultWindow(to: .seconds(5)))

  static func scripts(of file: ContractFile) -> [FaultScript]? {
    if case .faults(let scripts)? = file.content { scripts } else { nil }
  }

  @Test func `reads every member`() {
    let file = FaultFileTests.read(
      """
      {"name": "n", "connections": "tls", "repeat": "forever", "window": {"to": 5000}, "steps": [
        {"type": "expired", "repeat": 3}, {"type": "as_contracted"},
        {"type": "unknown_authority", "repeat": 10, "probability": {"from": 0, "to": 1}},
        {"type": "late_alert", "repeat": 4, "exactly": 2}]}
      """, seed: "\"seed\": 42, ")
    #expect(file.diagnostics == [])
    #expect(Self.scripts(of: file) == [Self.script])
  }

  @Test func `reads what was written`() {
    var writer = JSONWriter(style: .compact)
    FaultFileWriter.write([Self.script], to: &writer)
    let file = ContractFile(reading: writer.bytes, file: "f.json")
    #expect(Self.scripts(of: file) == [Self.script])
  }

  @Test(arguments: [
    (
      #"{"connections": "tcp", "steps": [{"type": "expired"}]}"#,
      "1:29", #"expected "tls" for 'connections'"#
    ),
    (
      #"{"connections": "tls", "path": "/", "steps": [{"type": "expired"}]}"#, "1:44",
      "expected 'connections' or 'path', found both: no request is known when a connection begins"
    ),
    (
      #"{"connections": "tls", "steps": [{"type": "silence"}]}"#, "1:55",
      "the TLS fault 'silence' is not known, expected as_contracted, expired, not_yet_valid, wrong_host, unknown_authority, old_protocol, handshake_stall, handshake_alert or late_alert"
    ),
    (
      #"{"connections": "tls", "steps": [{"type": "expired", "effect": "before"}]}"#, "1:66",
      "'effect' is not known here"
    ),
    (
      #"{"connections": "tls", "steps": [{"type": "expired", "exactly": 2}]}"#, "1:77",
      "expected a whole number from 0 to 1 for 'exactly', found 2"
    ),
    (
      #"{"connections": "tls", "steps": [{"repeat": 2}]}"#, "1:46", "the step has no 'type'"
    ),
    (
      #"{"path": "/", "steps": [{"type": "expired"}]}"#, "1:46",
      "'expired' befalls connections, not requests: the target of its script is \"connections\": \"tls\""
    ),
  ])
  func `tells what is wrong, and where`(script: String, place: String, message: String) {
    let file = FaultFileTests.read(script)
    #expect(file.diagnostics.map(\.message) == [message])
    #expect(file.diagnostics.map { $0.position?.description } == [place])
    #expect(file.content == nil)
  }
}
