import ContractModel
import JSONText
import Testing

@testable import ContractVerifier

@Suite struct RetryTests {
  @Test func `pauses double up to a second, and the last try is at the end`() {
    let policy = RetryPolicy(limit: .seconds(10))
    let pauses = (1...6).map { policy.pause(after: $0, elapsed: .zero) }
    #expect(pauses == [100, 200, 400, 800, 1_000, 1_000].map { .milliseconds($0) })
    #expect(policy.pause(after: 9, elapsed: .milliseconds(9_700)) == .milliseconds(300))
    #expect(policy.pause(after: 9, elapsed: .seconds(10)) == nil)
    #expect(policy.pause(after: .max, elapsed: .zero) == .seconds(1))
    #expect(RetryPolicy(limit: .zero).pause(after: 1, elapsed: .zero) == nil)
  }

  /// Expects what follows an answer; the macro cannot call what changes a value.
  func expect(
    _ next: AskingProgress.Next, _ expected: AskingProgress.Next,
    at place: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(next == expected, sourceLocation: place)
  }

  @Test func `without time for it nothing is asked twice`() {
    var progress = AskingProgress(retry: RetryPolicy(limit: .zero), samples: 1, start: .zero)
    #expect(progress.answered(passed: false, at: .zero) == .ended)
    #expect(progress.tries == 1)
  }

  @Test func `it is asked until it passes, and then as often as is measured`() {
    var progress = AskingProgress(
      retry: RetryPolicy(limit: .seconds(5)), samples: 3, start: .seconds(7))
    expect(progress.answered(passed: false, at: .seconds(8)), .again(after: .milliseconds(100)))
    expect(progress.answered(passed: false, at: .seconds(9)), .again(after: .milliseconds(200)))
    expect(progress.answered(passed: true, at: .seconds(9)), .again(after: .zero))
    expect(progress.answered(passed: true, at: .seconds(9)), .again(after: .zero))
    expect(progress.answered(passed: true, at: .seconds(9)), .ended)
    #expect(progress.tries == 3)
  }

  @Test func `it ends when the time is over`() {
    var progress = AskingProgress(
      retry: RetryPolicy(limit: .seconds(5)), samples: 1, start: .seconds(7))
    expect(
      progress.answered(passed: false, at: .milliseconds(11_990)),
      .again(
        after: .milliseconds(10)))
    expect(progress.answered(passed: false, at: .seconds(12)), .ended)
    #expect(progress.tries == 2)
  }

  @Test(arguments: [
    ("500ms", Duration.milliseconds(500)), ("10s", .seconds(10)), ("2m", .seconds(120)),
    ("1.5", .milliseconds(1_500)), ("0.5ms", .microseconds(500)), ("0", .zero),
    ("86400", .seconds(86_400)),
  ])
  func `lengths of time are read as people write them`(text: String, duration: Duration) {
    #expect(Duration(written: text) == duration)
  }

  @Test(arguments: ["", "s", "-1s", "10 h", "1440.1m", "nan", "inf", "1e99", "ten"])
  func `what is no length of time is refused`(text: String) {
    #expect(Duration(written: text) == nil)
  }

  static func interaction(_ comments: String?) throws -> Interaction {
    Interaction(
      description: "x", comments: try comments.map { try JSONValue(parsing: $0) },
      content: .message(MessageContents()), location: FileLocation(file: "a.json", line: 3))
  }

  @Test func `a contract says how long to wait by a comment`() throws {
    for (comments, limit) in [
      (#"{"counterpart:retryUntil": "10s"}"#, Duration.seconds(10)),
      (#"{"counterpart:retryUntil": 2.5}"#, .milliseconds(2_500)),
      (#"{"counterpart:retryUntil": "0"}"#, .zero),
      (#"{"counterpart:retryUntil": null}"#, nil), (#"{"text": []}"#, nil), ("[]", nil), (nil, nil),
    ] as [(String?, Duration?)] {
      #expect(try RetryComment.limit(of: Self.interaction(comments)) == limit)
    }
  }

  @Test(arguments: [#""soon""#, "true", "-1", "{}"])
  func `a comment that is no length of time is an error with its place`(value: String) throws {
    let interaction = try Self.interaction("{\n \"counterpart:retryUntil\": \(value)}")
    let error = #expect(throws: VerificationError.self) {
      try RetryComment.limit(of: interaction)
    }
    let message = try #require(error?.message)
    #expect(message.hasPrefix("a.json:2:"), "\(message)")
    #expect(message.hasSuffix("found \(value)"), "\(message)")
  }
}
