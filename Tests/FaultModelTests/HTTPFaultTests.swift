import Foundation
import Testing

@testable import FaultModel

/// Every fault, by what it does with one answer.
@Suite struct HTTPFaultTests {
  static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\n"

  static func answer(isHead: Bool = false, closes: Bool = false) -> HTTPAnswer {
    HTTPAnswer(
      Array((head + "0123456789").utf8), headLength: head.utf8.count, isHead: isHead,
      closes: closes)
  }

  /// What a fault does, as text: `\r\n` is written `|`.
  static func steps(_ text: String, isHead: Bool = false, seed: UInt64 = 1) throws -> String {
    let fault = try HTTPFault(text: text)
    let random = SeededGenerator(seed: seed, stream: "", position: 0)
    return FaultDecision(fault, random).strike(answer(isHead: isHead)).map { step in
      switch step {
      case .send(let bytes): show(bytes)
      case .trickle(let bytes, let size, let gap): "[\(show(bytes)) by \(size) every \(gap)]"
      case .wait(let time): "<\(time)>"
      case .end: "END"
      case .reset: "RESET"
      case .silence: "SILENCE"
      case .resetStream(let code): "RST_STREAM \(code.rawValue)"
      case .goAway(let code, let refusing): "GOAWAY \(code.rawValue)\(refusing ? " refusing" : "")"
      }
    }.joined(separator: " ")
  }

  static func show(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "|")
      .replacing(head.replacing("\r\n", with: "|"), with: "HEAD")
  }

  @Test(arguments: [
    ("as_contracted", "HEAD0123456789"),
    ("latency,latency=20", "<0.02 seconds> HEAD0123456789"),
    ("latency,median=20,sigma=0", "<0.02 seconds> HEAD0123456789"),
    ("reset_peer", "<0.0 seconds> RESET"),
    ("reset_peer,when=during", "HEAD01234 <0.1 seconds> RESET"),
    ("reset_peer,when=during,bytes=2,delay=5", "HEAD01 <0.005 seconds> RESET"),
    ("reset_peer,when=after,delay=5", "HEAD0123456789 <0.005 seconds> RESET"),
    ("empty_reply", "END"), ("silence", "SILENCE"), ("no_continue", "HEAD0123456789"),
    ("reset_stream", "RST_STREAM INTERNAL_ERROR"),
    ("reset_stream,code=CANCEL,bytes=2", "HEAD01 RST_STREAM CANCEL"),
    ("goaway", "GOAWAY NO_ERROR refusing"),
    ("goaway,code=CANCEL,when=after", "HEAD0123456789 GOAWAY CANCEL"),
    ("stalled_window", "HEAD SILENCE"),
    ("close_keep_alive", "HEAD0123456789 <0.0 seconds> END"),
    ("slow_headers,delay=5", "[HEAD by 1 every 0.005 seconds] 0123456789"),
    (
      "slow_body,rate=1000",
      "HEAD <0.020000001 seconds> [0123456789 by 20 every 0.020000001 seconds]"
    ),
    ("slow_body,rate=10", "HEAD <0.100000001 seconds> [0123456789 by 1 every 0.100000001 seconds]"),
    ("slow_body,chunks=4,duration=40", "HEAD <0.01 seconds> [0123456789 by 3 every 0.01 seconds]"),
    ("slow_body,bytes=1,delay=2", "HEAD <0.002 seconds> [0123456789 by 1 every 0.002 seconds]"),
    ("cut_body,bytes=3", "HEAD012 END"),
    (
      "cut_body,bytes=3,coding=chunked",
      "HTTP/1.1 200 OK|Content-Type: text/plain|Transfer-Encoding: chunked||3|012| END"
    ),
    (
      "wrong_content_length,difference=3",
      "HTTP/1.1 200 OK|Content-Type: text/plain|Content-Length: 13||0123456789 END"
    ),
    (
      "wrong_content_length,difference=-3",
      "HTTP/1.1 200 OK|Content-Type: text/plain|Content-Length: 7||0123456789"
    ),
    (
      "malformed_chunk",
      "HTTP/1.1 200 OK|Content-Type: text/plain|Transfer-Encoding: chunked||5|01234|xyz!|56789 END"
    ),
    (
      "garbage_status_line,text=hey",
      "hey|Content-Type: text/plain|Content-Length: 10||0123456789 END"
    ),
    (
      "duplicate_header,name=content-type",
      "HTTP/1.1 200 OK|Content-Type: text/plain|Content-Length: 10|content-type: text/plain||0123456789"
    ),
    (
      "duplicate_header,name=A,value=b",
      "HTTP/1.1 200 OK|Content-Type: text/plain|Content-Length: 10|A: b||0123456789"
    ),
    (
      "oversize_header,bytes=15",
      "HTTP/1.1 200 OK|Content-Type: text/plain|Content-Length: 10|X-Oversize: xxx||0123456789"
    ),
    (
      "bad_gzip",
      "HTTP/1.1 200 OK|Content-Type: text/plain|Content-Length: 10|Content-Encoding: gzip||0123456789"
    ),
    (
      "wrong_content_type,content_type=a/b",
      "HTTP/1.1 200 OK|Content-Length: 10|Content-Type: a/b||0123456789"
    ),
  ])
  func `a fault does what its name says`(text: String, expected: String) throws {
    #expect(try Self.steps(text) == expected)
  }

  @Test func `no fault sends a body where HEAD was asked for`() throws {
    for kind in HTTPFaultTable.kinds where kind.members.allSatisfy({ !$0.isRequired }) {
      guard !["latency", "slow_body", "garbage_after"].contains(kind.type) else {
        continue
      }
      #expect(!(try Self.steps(kind.type, isHead: true).contains("0123")), "\(kind.type)")
    }
    #expect(try Self.steps("slow_body,rate=1", isHead: true) == "HEAD")
    #expect(try Self.steps("cut_body,bytes=5", isHead: true) == "HEAD END")
  }

  @Test func `a connection that is not kept is told so`() {
    let answer = Self.answer(closes: true)
    #expect(Self.show(answer.head).hasSuffix("Content-Length: 10|Connection: close||"))
  }

  @Test func `garbage is decided by the seed`() throws {
    for text in ["garbage_status_line", "garbage_after,bytes=20"] {
      #expect(try Self.steps(text) == Self.steps(text))
      #expect(try Self.steps(text) != Self.steps(text, seed: 2))
    }
  }

  @Test func `latency has the percentiles that it is asked for`() throws {
    let fault = try HTTPFault(text: "latency,p50=80,p99=400,most=1000")
    var times: [Double] = (UInt64(0)..<20_000).compactMap { n in
      let random = SeededGenerator(seed: 1, stream: "", position: n)
      guard case .wait(let time)? = FaultDecision(fault, random).strike(Self.answer()).first
      else { return nil }
      return time / .milliseconds(1)
    }
    times.sort()
    #expect((78...82).contains(times[10_000]))
    #expect((370...430).contains(times[19_800]))
    #expect(times.allSatisfy { $0 > 0 && $0 <= 1_000 })
  }

  @Test func `the functions of the normal distribution are right`() {
    for value in [1e-9, 0.1, 0.7, 1, 1.4, 1.5, 2, 10, 12_345.678, 1e12] {
      #expect(
        abs(Quantile.log(value) - Foundation.log(value)) < 1e-12
          * max(1, abs(Foundation.log(value))))
    }
    for value in [-20.0, -1, -0.1, 0, 0.3, 1, 5, 20, 100] {
      #expect(abs(Quantile.exp(value) / Foundation.exp(value) - 1) < 1e-12)
    }
    for (part, value) in [
      (0.5, 0.0), (0.99, 2.326_347_874), (0.01, -2.326_347_874), (0.841_344_746, 1),
    ] {
      #expect(abs(Quantile.normal(part) - value) < 1e-6)
    }
  }

  @Test(arguments: [
    (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
    (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
    (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"),
  ])
  func `dates are HTTP's`(seconds: Int64, text: String) {
    #expect(HTTPDate.text(seconds) == text)
  }

  @Test func `Retry-After has both forms`() throws {
    func fields(_ text: String) throws -> [String] {
      let fault = try HTTPFault(text: text)
      let decision = FaultDecision(fault, SeededGenerator(seed: 1, stream: "", position: 0))
      return decision.replacement(now: 784_111_770)?.headers.map { "\($0.name): \($0.value)" } ?? []
    }
    #expect(try fields("status,status=503,retry_after=7") == ["Retry-After: 7"])
    #expect(
      try fields("status,status=503,retry_after=7,retry_after_form=date")
        == ["Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"])
  }

  @Test(arguments: [
    ("", "the fault type '' is not known"), ("explode", "the fault type 'explode' is not known"),
    ("latency", "'latency' needs 'latency'"), ("latency,latency", "expected KEY=VALUE"),
    ("latency,latency=-1", "expected a number from 0 to 86400000 for 'latency'"),
    ("latency,latency=x", "expected a number"), ("latency,latency=1,p50=2", "'latency' needs"),
    ("latency,p50=5,p99=4", "expected 'p50' above 0"), ("latency,latency=nan", "expected a number"),
    ("status", "'status' needs 'status'"), ("status,status=99", "from 200 to 599 for 'status'"),
    ("status,status=500,retry_after_form=date", "goes with 'retry_after'"),
    ("status,status=500,headers=x", "only be given in a fault script"),
    ("slow_body", "'slow_body' needs"), ("slow_body,rate=0", "expected a whole number from 1"),
    ("slow_headers", "'slow_headers' needs 'delay'"), ("cut_body", "'cut_body' needs 'bytes'"),
    ("cut_body,bytes=1.5", "expected a whole number"),
    ("cut_body,bytes=1,coding=gzip", "expected one of length, chunked"),
    ("wrong_content_length,difference=0", "other than 0"),
    ("reset_peer,bytes=3", "goes with 'when'"), ("reset_peer,when=never", "expected one of before"),
    ("duplicate_header,name=a b", "no name of a header field"),
    ("garbage_status_line,text=a\r\nb", "expected text of one line"),
    ("silence,x=1", "'silence' has no 'x'"),
  ])
  func `a wrong fault is refused`(text: String, message: String) {
    do {
      _ = try HTTPFault(text: text)
      Issue.record("\(text) was taken")
    } catch {
      #expect(error.description.contains(message), "\(error)")
    }
  }
}
