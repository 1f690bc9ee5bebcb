import ContractModel
import FaultModel
import MockEngine
import MockServer
import TestSupport
import Testing

/// Each TLS fault against the real curl: what curl says of it, by its exit code.
@Suite(.enabled(if: MockTLS.isAvailable && Curl.path != nil), .timeLimit(.minutes(5)))
struct TLSFaultTests {
  static func script(
    _ faults: [String], rounds: Int? = nil, name: String = "handshakes"
  ) throws -> FaultScript {
    FaultScript(
      name: name, target: .connections,
      steps: try faults.map { FaultStep(tls: try TLSFault(text: $0)) }, rounds: rounds)
  }

  @Test(arguments: [
    ("as_contracted", [], [0], ""),
    ("expired", [], [60], "expired"),
    ("not_yet_valid", [], [60], "not yet valid"),
    ("wrong_host", [], [60], "127.0.0.1"),
    ("unknown_authority", [], [60], "issuer"),
    ("old_protocol", [], [35], ""),
    ("handshake_alert", [], [35], "handshake failure"),
    ("handshake_stall", ["--max-time", "0.5"], [28], ""),
    ("late_alert", ["--tlsv1.3"], [56], "certificate required"),
  ])
  func `curl ends with the code of the fault`(
    fault: String, arguments: [String], codes: [Int32], message: String
  ) async throws {
    try await SecureServer.with(faults: [try Self.script([fault])]) { secure in
      let outcome = try await secure.curl(arguments)
      #expect(codes.contains(outcome.exitCode), "\(outcome)")
      #expect(outcome.output.contains(message), "\(outcome)")
      #expect(await secure.server.requests().entries.count == (fault == "as_contracted" ? 1 : 0))
    }
  }

  @Test(arguments: ["expired", "not_yet_valid", "wrong_host", "unknown_authority"])
  func `what is wrong is the certificate alone: who does not look gets the answer`(
    fault: String
  ) async throws {
    try await SecureServer.with(faults: [try Self.script([fault])]) { secure in
      let outcome = try await secure.curl(["--insecure"], trusting: nil)
      #expect(outcome.output == #"{"id":42}"#)
    }
  }

  @Test func `a certificate for another host is right for that one`() async throws {
    try await SecureServer.with(faults: [try Self.script(["wrong_host"])]) { secure in
      let host = "wrong-host.invalid"
      let outcome = try await secure.curl(
        ["--resolve", "\(host):\(secure.server.port):127.0.0.1"], host: host)
      #expect(outcome.exitCode == 0, "\(outcome)")
    }
  }

  @Test func `a client that still speaks TLS 1_0 gets through to the old protocol`() async throws {
    try await SecureServer.with(faults: [try Self.script(["old_protocol"])]) { secure in
      let outcome = try await secure.curl(
        ["--tlsv1.0", "--tls-max", "1.1", "--ciphers", "DEFAULT@SECLEVEL=0"])
      #expect(outcome.output == #"{"id":42}"#, "\(outcome)")
    }
  }

  @Test func `steps befall connections in order, then nothing does`() async throws {
    let script = try Self.script(["expired", "as_contracted", "handshake_alert"], rounds: 1)
    try await SecureServer.with(faults: [script]) { secure in
      for code in [60, 0, 35, 0, 0] as [Int32] {
        let outcome = try await secure.curl()
        #expect(outcome.exitCode == code)
      }
    }
  }

  @Test func `what befell connections is told by the admin API and by the verdict`() async throws {
    let script = try Self.script(["as_contracted", "expired"], rounds: 1)
    try await SecureServer.with(faults: [script], options: MockOptions(seed: 7)) { secure in
      _ = try await secure.curl()
      _ = try await secure.curl()
      let outcome = try await secure.curl(path: "/__admin/faults/connections")
      #expect(outcome.output.hasPrefix(#"{"connections":[{"connection":2,"date":""#))
      #expect(
        outcome.output.hasSuffix(
          #""fault":{"type":"expired","script":"handshakes","step":2,"request":2,"seed":7}}],"count":1}"#
        ),
        "\(outcome.output)")
      let output = await secure.server.result().providerOutput?.output
      #expect(
        output == "connection 2: expired (script 'handshakes', step 2, its connection 2, seed 7)")
    }
  }

  @Test func `scripts for connections come and go by the admin API`() async throws {
    try await SecureServer.with { secure in
      let scripts = """
        {"faults": [{"connections": "tls", "steps": [{"type": "wrong_host", "repeat": 2}]}]}
        """
      let added = try await secure.curl(["-d", scripts], path: "/__admin/faults")
      #expect(added.output.contains(#""connections":"tls""#), "\(added)")
      #expect(added.output.contains(#"{"type":"wrong_host","repeat":2}"#), "\(added)")
      for code in [60, 60, 0] as [Int32] {
        let outcome = try await secure.curl()
        #expect(outcome.exitCode == code)
      }
    }
  }

  @Test func `what cannot befall connections is refused`() async throws {
    let scripts = [try Self.script(["expired"])]
    let plain = await #expect(throws: MockServerError.self) {
      try await MockServerTests.withServer(faults: scripts) { _ in }
    }
    #expect(plain?.kind == .faults)
    #expect(plain?.description.contains("'handshakes' befalls connections over TLS") == true)
    let filed = await #expect(throws: MockServerError.self) {
      try await SecureServer.with(
        { MockTLS(.files(certificate: $0("server.pem"), key: $0("server.key"))) }, faults: scripts
      ) { _ in }
    }
    #expect(filed?.description.contains("the TLS fault 'expired' needs a certificate") == true)
    try await MockServerTests.withServer { server in
      let outcome = try await Curl.run([
        "-d", #"{"faults": [{"connections": "tls", "steps": [{"type": "expired"}]}]}"#,
        "\(server.url)/__admin/faults",
      ])
      #expect(outcome.output.contains(#""pointer":"/faults/0""#), "\(outcome)")
    }
  }

  @Test(
    arguments: [
      // What comes after the handshake may meet the client while it sends.
      ("unknown_authority", [60]), ("handshake_alert", [35]), ("late_alert", [55, 56]),
    ] as [(String, [Int32])])
  func `faults that need no certificate of the same authority go with files`(
    fault: String, codes: [Int32]
  ) async throws {
    try await SecureServer.with(
      { MockTLS(.files(certificate: $0("server.pem"), key: $0("server.key"))) },
      faults: [try Self.script([fault])]
    ) { secure in
      let outcome = try await secure.curl(trusting: "authority.pem")
      #expect(codes.contains(outcome.exitCode), "\(outcome)")
    }
  }
}
