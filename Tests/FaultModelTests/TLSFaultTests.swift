import FaultModel
import Testing

@Suite struct TLSFaultTests {
  static func script(
    _ steps: [FaultStep], rounds: Int? = 1, seed: UInt64? = nil
  ) -> FaultScript {
    FaultScript(name: "s", target: .connections, steps: steps, rounds: rounds, seed: seed)
  }

  static func types(_ script: FaultScript, seed: UInt64 = 1, _ count: Int) -> [String?] {
    (0..<count).map { script.connectionDecision(for: $0, seed: seed)?.effect.type }
  }

  @Test func `goes through the steps in order, then nothing goes wrong`() {
    let script = Self.script([
      FaultStep(tls: .expired, repeat: 2), FaultStep(tls: .asContracted),
      FaultStep(tls: .wrongHost),
    ])
    #expect(Self.types(script, 6) == ["expired", "expired", nil, "wrong_host", nil, nil])
    #expect(
      script.connectionDecision(for: 3, seed: 9)?.origin
        == FaultOrigin(script: "s", step: 3, request: 4, seed: 9))
  }

  @Test func `decides by seed and number alone`() {
    let script = Self.script([FaultStep(tls: .expired, probability: 0.5)], rounds: nil)
    let first = Self.types(script, seed: 4, 200)
    #expect(first == Self.types(script, seed: 4, 200))
    #expect(first != Self.types(script, seed: 5, 200))
    #expect((60...140).contains(first.count { $0 != nil }))
    let ten = Self.script([FaultStep(tls: .expired, repeat: 10, exactly: 3)])
    #expect(Self.types(ten, 20).count { $0 != nil } == 3)
  }

  @Test func `steps for connections do nothing to requests, and the other way round`() throws {
    #expect(Self.script([FaultStep(tls: .expired)]).decision(for: 0, seed: 1) == nil)
    #expect(Self.script([FaultStep(.silence)]).connectionDecision(for: 0, seed: 1) == nil)
  }

  @Test func `each kind has a name, and changes how a client is met`() throws {
    var handshakes: [TLSHandshake] = []
    for kind in TLSFaultTable.kinds {
      let fault = try TLSFault(text: kind.type)
      #expect(fault.description == kind.type)
      #expect(!handshakes.contains(fault.handshake), "\(fault)")
      handshakes.append(fault.handshake)
    }
    #expect(handshakes.first == TLSHandshake())
    let error = #expect(throws: FaultError.self) { try TLSFault(text: "Expired") }
    #expect(error?.description.contains("'Expired' is not known, expected as_contracted, ") == true)
  }

  @Test func `says which certificates only the own authority can make`() {
    for fault in [TLSFault.expired, .notYetValid, .wrongHost] {
      #expect(fault.handshake.needsAuthority)
    }
    for fault in [TLSFault.asContracted, .unknownAuthority, .oldProtocol, .lateAlert] {
      #expect(!fault.handshake.needsAuthority)
    }
  }
}
