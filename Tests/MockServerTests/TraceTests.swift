import JSONText
import MockEngine
import TestSupport
import Testing

/// The place of requests in a trace.
@Suite struct TraceTests {
  static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
  static let parent = "00-\(trace)-00f067aa0ba902b7-01"

  @Test func `the journal tells the trace of a request, and finds requests by it`() async throws {
    try await StubServer.run { mock in
      _ = try await mock.ask("GET", "/a", headers: ["traceparent": Self.parent])
      _ = try await mock.ask("GET", "/b")
      _ = try await mock.ask("GET", "/c", headers: ["traceparent": "00-xyz-1-01"])
      let all = try await mock.admin("GET", "requests").json["requests"]
      let requests = try #require(all).elements.compactMap { $0["request"] }
      try #require(requests.count == 3)
      #expect(requests[2]["traceparent"]?.string == Self.parent)
      #expect(requests[2]["traceId"]?.string == Self.trace)
      #expect(requests[1]["traceparent"] == nil)
      #expect(requests[0]["traceId"] == nil)
      let found = try await mock.admin("GET", "requests?traceId=\(Self.trace)").json
      #expect(found["meta"]?["total"]?.integer == 1)
      #expect(found["requests"]?.elements.first?["request"]?["url"]?.string == "/a")
      let other = String(Self.trace.reversed())
      let none = try await mock.admin("GET", "requests?traceId=\(other)").json
      #expect(none["meta"]?["total"]?.integer == 0)
    }
  }

  @Test(arguments: ["", "x", "00000000000000000000000000000000", trace.uppercased(), trace + "0"])
  func `what is no trace is refused`(id: String) async throws {
    try await StubServer.run { mock in
      let answer = try await mock.admin("GET", "requests?traceId=\(id)")
      #expect(answer.status == 422)
      #expect("\(answer.json)".contains("traceId"))
    }
  }

  @Test(arguments: [
    (parent, true), ("01-\(trace)-00f067aa0ba902b7-01-more", true),
    ("cc-\(trace)-00f067aa0ba902b7-01", true), ("00-\(trace)-00f067aa0ba902b7-01-more", false),
    ("ff-\(trace)-00f067aa0ba902b7-01", false), ("00-\(trace)-0000000000000000-01", false),
    ("00-00000000000000000000000000000000-00f067aa0ba902b7-01", false),
    ("00-\(trace.uppercased())-00f067aa0ba902b7-01", false),
    ("00-\(trace)-00f067aa0ba902b7", false),
    ("00-\(trace)-00f067aa0ba902b7-1", false), ("", false), ("---", false),
    ("0-\(trace)-00f067aa0ba902b7-01", false),
  ])
  func `what the recommendation allows is a trace`(text: String, isValid: Bool) {
    #expect((TraceParent(text) != nil) == isValid)
  }
}
