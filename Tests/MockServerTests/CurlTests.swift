import FaultModel
import MockEngine
import MockServer
import TestSupport
import Testing

/// Each fault against the real curl: what curl says of it, by its exit code.
@Suite(.enabled(if: Curl.path != nil), .timeLimit(.minutes(5)))
struct CurlTests {
  static func run(_ fault: String, _ arguments: [String]) async throws -> Curl.Outcome {
    let script = FaultScript(
      name: "s", target: .request(method: nil, path: "/orders/42"),
      steps: [FaultStep(try HTTPFault(text: fault))])
    return try await MockServerTests.withServer(faults: [script]) { server in
      try await Curl.run(arguments + ["\(server.url)/orders/42"])
    }
  }

  @Test(arguments: [
    ("as_contracted", [], [0]),
    ("status,status=503", ["--fail"], [22]),
    ("latency,latency=20", [], [0]),
    ("latency,latency=60000", ["--max-time", "0.3"], [28]),
    ("slow_headers,delay=1", [], [0]),
    ("slow_headers,delay=60000", ["--max-time", "0.3"], [28]),
    ("slow_body,rate=90", [], [0]),
    ("slow_body,chunks=3,duration=30", [], [0]),
    ("slow_body,bytes=1,delay=1", [], [0]),
    ("slow_body,bytes=1,delay=60000", ["--max-time", "0.3"], [28]),
    ("cut_body,bytes=4", [], [18]),
    ("cut_body,bytes=4,coding=chunked", [], [18]),
    ("wrong_content_length,difference=5", [], [18]),
    // Told of less than there is, curl is content with less.
    ("wrong_content_length,difference=-5", [], [0]),
    ("malformed_chunk", [], [56]),
    ("garbage_status_line", [], [1]),
    ("garbage_status_line,text=HTTP/1.1 oops", [], [1, 8]),
    ("garbage_after", [], [0]),
    ("duplicate_header,name=X-A", [], [0]),
    ("duplicate_header,name=Content-Length,value=x", [], [8]),
    ("oversize_header,bytes=1000000", [], [27, 56, 100]),
    ("bad_gzip", ["--compressed"], [61]),
    ("bad_gzip,form=magic", ["--compressed"], [61, 23]),
    ("bad_gzip", [], [0]),
    ("wrong_content_type", [], [0]),
    ("empty_reply", [], [52]),
    ("reset_peer", [], [56]),
    ("reset_peer,when=during", [], [56]),
    ("reset_peer,when=after", [], [0]),
    ("silence", ["--max-time", "0.3"], [28]),
    ("close_keep_alive", [], [0]),
  ])
  func `curl ends with the code of the fault`(
    fault: String, arguments: [String], codes: [Int32]
  ) async throws {
    let outcome = try await Self.run(fault, arguments)
    #expect(codes.contains(outcome.exitCode), "\(outcome)")
  }

  @Test(arguments: ["slow_headers,delay=1", "slow_body,bytes=1,delay=1", "slow_body,rate=1000"])
  func `what is slow arrives whole`(fault: String) async throws {
    #expect(try await Self.run(fault, []).output == #"{"id":42}"#)
  }

  @Test func `curl waits as long as Retry-After says`() async throws {
    let start = ContinuousClock.now
    let outcome = try await Self.run("status,status=503,retry_after=1", ["--retry", "1"])
    #expect(outcome.output.hasSuffix(#"{"id":42}"#))
    #expect(ContinuousClock.now - start >= .milliseconds(900))
  }

  @Test func `a request that waits for 100 Continue waits for ever`() async throws {
    let script = FaultScript(
      name: "s", target: .interaction(description: "create"),
      steps: [FaultStep(try HTTPFault(type: "no_continue"))])
    let upload = [
      "--header", "Expect: 100-continue", "--header", "Content-Type: text/plain", "--data",
      "hello world",
    ]
    try await MockServerTests.withServer(faults: [script]) { server in
      let url = "\(server.url)/orders"
      let waiting = try await Curl.run(
        upload + ["--expect100-timeout", "60", "--max-time", "0.3", url])
      #expect(waiting.exitCode == 28)
      // The request was never whole, so that it did not count; one that sends its body does.
      #expect(try await Curl.run(upload + ["--expect100-timeout", "0.1", url]).exitCode == 0)
      #expect(try await Curl.run(upload + ["--expect100-timeout", "60", url]).exitCode == 0)
    }
  }

  @Test(arguments: [
    ("close_keep_alive", "1 1"), ("garbage_after", "1 1"), ("as_contracted", "1 0"),
  ])
  func `the next request on a connection that is spoilt gets a new one`(
    fault: String, connections: String
  ) async throws {
    let script = FaultScript(
      name: "s", target: .request(method: nil, path: "/orders/42"),
      steps: [FaultStep(try HTTPFault(text: fault))])
    try await MockServerTests.withServer(faults: [script]) { server in
      let url = "\(server.url)/orders/42"
      let outcome = try await Curl.run(
        [
          "--output", "/dev/null", "--output", "/dev/null", "--write-out", "%{num_connects} ", url,
          url,
        ])
      #expect(outcome.exitCode == 0)
      #expect(outcome.output == connections + " ")
    }
  }

  @Test func `a request asks for a fault where that is allowed, and nowhere else`() async throws {
    let ask = ["--header", "X-Counterpart-Fault: cut_body,bytes=2"]
    for isAllowed in [true, false] {
      let options = MockOptions(allowsFaultHeader: isAllowed)
      try await MockServerTests.withServer(options: options) { server in
        let url = "\(server.url)/orders/42"
        #expect(try await Curl.run(ask + [url]).exitCode == (isAllowed ? 18 : 0))
        #expect(try await Curl.run([url]).exitCode == 0)
        let wrong = try await Curl.run(["--header", "X-Counterpart-Fault: explode", url])
        #expect(wrong.output.contains("explode") == isAllowed)
      }
    }
  }
}
