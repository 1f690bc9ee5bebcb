import ContractModel
import FaultModel
import MockEngine
import MockServer
import TestSupport
import Testing

/// The mock's own verdict, as reports tell it.
@Suite struct MockResultTests {
  @Test func `tells what was asked for, what none accepted, and which faults fired`() async throws {
    let script = FaultTests.script([.asContracted, .resetPeer])
    try await MockServerTests.withServer(
      faults: [script], options: MockOptions(seed: 3)
    ) { server in
      for line in ["GET /orders/42", "GET /orders/42?x=1"] {
        _ = try await AdminTests.ask(server, line)
      }
      let connection = try RawConnection(port: server.port)
      connection.send("GET /orders/42 HTTP/1.1\r\n\r\n")
      _ = await connection.rest()
      let result = await server.result()
      #expect(result.provider.name == "order-service")
      #expect(result.seed == 3)
      #expect(result.results.map(\.status) == [.passed, .failed, .failed, .failed, .failed])
      #expect(
        result.results.map(\.description)
          == ["an order", "a head", "create", "delete", "GET /orders/42?x=1 (request 2)"])
      #expect(result.results.map(\.tries) == [2, 0, 0, 0, 1])
      let line = "request 3, GET /orders/42: reset_peer (script 's', step 2, its request 2, seed 3)"
      #expect(result.results[0].comments == [line])
      #expect(result.providerOutput?.output == line)
      #expect(result.results[1].error == "no request asked for it")
      #expect(result.results[4].mismatches.map(\.kind) == [.query])
      #expect(result.results[4].error == "no interaction matched; nearest: 'an order'")
    }
  }

  @Test func `says what the journal does not know any more`() async throws {
    try await MockServerTests.withServer(options: MockOptions(journalLimit: 0)) { server in
      _ = try await AdminTests.ask(server, "GET /none")
      let result = await server.result()
      #expect(result.results.last?.description == "GET /none")
      let output = try #require(result.providerOutput?.output)
      #expect(output.contains("kept nothing of 1 requests"))
    }
  }
}
