import FaultModel
import JSONText
import MockEngine
import MockServer
import TestSupport
import Testing

/// Fault scripts that come and go by the admin API.
@Suite struct FaultAdminTests {
  static func send(
    _ server: MockServer, _ method: String, _ faults: String
  ) async throws -> RawResponse {
    try await AdminTests.ask(
      server, "\(method) /__admin/faults", body: #"{"faults": [\#(faults)]}"#)
  }

  static func status(_ server: MockServer) async throws -> Int {
    try await AdminTests.ask(server, "GET /orders/42").status
  }

  @Test func `a script that was posted befalls the requests behind it, and can be removed`()
    async throws
  {
    try await MockServerTests.withServer { server in
      #expect(try await Self.status(server) == 200)
      let script = """
        {"name": "flaky", "interaction": "an order", "seed": 5,
         "steps": [{"type": "status", "status": 503, "repeat": 2}]}
        """
      #expect(try await Self.send(server, "POST", script).status == 201)
      #expect(try await Self.status(server) == 503)
      let entry = try #require(await server.requests().entries.last)
      #expect(entry.fault?.script == "flaky")
      #expect(entry.fault?.seed == 5)
      #expect(try await AdminTests.ask(server, "DELETE /__admin/faults/flaky").status == 200)
      #expect(try await Self.status(server) == 200)
      #expect(try await AdminTests.ask(server, "DELETE /__admin/faults/flaky").status == 404)
    }
  }

  @Test func `another script leaves those alone that were there, of the same target it replaces`()
    async throws
  {
    let script = FaultTests.script([.asContracted, .status(FaultResponse(status: 500))])
    try await MockServerTests.withServer(faults: [script]) { server in
      #expect(try await Self.status(server) == 200)
      let other = #"{"path": "/none", "steps": [{"type": "status", "status": 404}]}"#
      #expect(try await Self.send(server, "POST", other).status == 201)
      // The first script is at its second request.
      #expect(try await Self.status(server) == 500)
      #expect(try await AdminTests.ask(server, "GET /none").status == 404)
      let same = #"{"interaction": "an order", "steps": [{"type": "status", "status": 502}]}"#
      #expect(try await Self.send(server, "POST", same).status == 201)
      #expect(try await Self.status(server) == 502)
      #expect(try await Self.send(server, "PUT", "").status == 200)
      #expect(try await Self.status(server) == 200)
      let list = try await AdminTests.ask(server, "GET /__admin/faults")
      #expect(try AdminTests.json(list)["faults"]?.isEmpty == true)
    }
  }

  @Test func `what is wrong is said with its place, and changes nothing`() async throws {
    let script = FaultTests.script([.status(FaultResponse(status: 500))])
    try await MockServerTests.withServer(faults: [script]) { server in
      let good = #"{"path": "/none", "steps": [{"type": "silence"}]}"#
      let wrong = [
        (#"{"path": "/x", "steps": [{"type": "fire"}]}"#, "1:97"),
        (#"{"interaction": "nobody", "steps": [{"type": "silence"}]}"#, "/faults/1/interaction"),
        (good, "/faults/1"),
      ]
      for (text, place) in wrong {
        let answer = try await Self.send(server, "POST", good + "," + text)
        #expect(answer.status == 422)
        #expect(answer.text.contains(place), "\(answer.text)")
      }
      for body in ["", "[]", #"{"consumer": {}}"#, #"{"faults": 1}"#] {
        let answer = try await AdminTests.ask(server, "POST /__admin/faults", body: body)
        #expect(answer.status == 422)
      }
      #expect(try await Self.status(server) == 500)
    }
  }

  @Test func `the scripts are told in the form in which they can be posted`() async throws {
    let script = """
      {"name":"all","method":"GET","path":"/a","steps":[{"type":"latency","jitter":1.5,"latency":\
      {"from":0,"to":900},"repeat":10,"exactly":3},{"type":"status","body":{"a":[1,2]},"headers":\
      {"X-A":"b"},"status":503,"probability":{"from":0,"to":1}}],"repeat":"forever","seed":7,\
      "window":{"from":0,"to":5000}}
      """
    try await MockServerTests.withServer { server in
      let posted = try await Self.send(server, "POST", script)
      #expect(posted.text == #"{"faults":[\#(script)]}"#)
      let list = try await AdminTests.ask(server, "GET /__admin/faults")
      let again = try await AdminTests.ask(server, "PUT /__admin/faults", body: list.text)
      #expect(again.text == list.text)
    }
  }
}
