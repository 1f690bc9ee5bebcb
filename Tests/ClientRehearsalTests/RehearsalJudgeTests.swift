import ClientRehearsal
import ContractModel
import Testing

@Suite struct RehearsalJudgeTests {
  /// Attempts as a text tells them: `GET 0 503`, with `POST 5 200 key=a` for a header field,
  /// `wait=2` for a Retry-After in seconds, `until=9` for one as a date, and `on=2` for a connection.
  private func attempts(_ text: String) -> [RehearsalAttempt] {
    text.split(separator: ";").map { line in
      let words = line.split(separator: " ").map(String.init)
      let time = Duration.milliseconds(Int(words[1]) ?? 0)
      var attempt = RehearsalAttempt(
        method: words[0], target: "/a", time: time, date: time, status: Int(words[2]),
        isFailure: words[2] != "200")
      for word in words.dropFirst(3) {
        let parts = word.split(separator: "=").map(String.init)
        switch parts[0] {
        case "wait": attempt.retryAfter = .seconds(Int(parts[1]) ?? 0)
        case "until": attempt.retryAfter = .date(Int64(parts[1]) ?? 0)
        case "on": attempt.connection = Int(parts[1]) ?? 0
        case "to": attempt.target = parts[1]
        default: attempt.fields.append(Field(parts[0], [parts[1]]))
        }
      }
      return attempt
    }
  }

  private func problems(
    _ text: String, end: RehearsalVerdict.End = .code(0), after duration: Duration = .zero,
    _ expect: (inout ResilienceExpectations) -> Void
  ) -> [String] {
    var expectations = ResilienceExpectations()
    expect(&expectations)
    let verdict = RehearsalJudge(attempts(text), by: expectations).verdict(
      on: "client", end, after: duration, seed: 1)
    #expect(verdict.findings.count == 1)
    return verdict.findings.flatMap(\.problems)
  }

  @Test func `attempts are counted by operation`() {
    let twice = "GET 0 503;GET 100 200;GET 150 200 to=/b"
    #expect(problems(twice) { $0.attempts = .init(least: 2, most: 2) } == [])
    #expect(
      problems(twice) { $0.attempts = .init(least: 3) }
        == ["3 or more of GET /a were expected, there were 2"])
    #expect(
      problems(twice) { $0.attempts = .init(most: 1) }
        == ["1 or fewer of GET /a were expected, there were 2"])
    #expect(
      problems("GET 0 200") { $0.attempts = .init(least: 1) }
        == ["no first attempt failed, so that nothing was rehearsed"])
    #expect(problems("GET 0 200") { $0.attempts = .init(most: 1) } == [])
  }

  @Test func `a header field may tell operations apart`() {
    let two = "POST 0 503 Key=a;POST 5 503 Key=b;POST 9 200 Key=a"
    let found = problems(two) {
      $0.operationHeader = "Key"
      $0.attempts = .init(least: 2)
    }
    #expect(found == ["2 or more of Key: b were expected, there were 1"])
  }

  @Test func `gaps have bounds and may have to grow`() {
    let three = "GET 0 503;GET 100 503;GET 300 503;GET 400 200"
    #expect(problems(three) { $0.gaps = .init(least: .milliseconds(100)) } == [])
    #expect(
      problems(three) { $0.gaps = .init(least: .milliseconds(101)) }.first
        == "101 ms or more was expected, GET /a came again after 100 ms")
    #expect(
      problems(three) { $0.gaps = .init(most: .milliseconds(199)) }
        == ["199 ms or less was expected, GET /a came again after 200 ms"])
    #expect(
      problems(three) { $0.gaps = .init(isGrowing: true) }
        == ["GET /a came again after 100 ms, sooner than the 200 ms before"])
    #expect(
      problems("GET 0 503;GET 100 503;GET 195 200") { $0.gaps = .init(isGrowing: true) } == [])
    #expect(
      problems("GET 0 200;GET 9 200") { $0.gaps = .init(isGrowing: true) }
        == ["nothing was attempted again after a failure"])
  }

  @Test func `Retry-After is honoured in both forms`() {
    let wish = { (expected: inout ResilienceExpectations) in expected.honoursRetryAfter = true }
    #expect(problems("GET 0 503 wait=2;GET 2000 200", wish) == [])
    #expect(
      problems("GET 0 503 wait=2;GET 1999 200", wish)
        == ["GET /a came again after 1999 ms, it was told to wait for 2000 ms"])
    #expect(problems("GET 1500 503 until=3;GET 3000 200", wish) == [])
    #expect(
      problems("GET 1500 503 until=3;GET 2999 200", wish)
        == ["GET /a came again after 1499 ms, it was told to wait for 1500 ms"])
    #expect(problems("GET 0 503 wait=2", wish) == [])
    #expect(
      problems("GET 0 503;GET 1 200", wish)
        == ["no answer had Retry-After, so that nothing was rehearsed"])
  }

  @Test func `unsafe requests have one key`() {
    let wish = { (expected: inout ResilienceExpectations) in expected.idempotencyKey = "Key" }
    #expect(problems("POST 0 503 key=a;POST 1 200 key=a;GET 2 200", wish) == [])
    #expect(
      problems("POST 0 503 key=a;POST 1 200 key=b", wish)
        == ["POST /a came with 2 values of Key: a, b"])
    #expect(problems("PATCH 0 503;PATCH 1 200 key=a", wish) == ["PATCH /a came without Key"])
    #expect(
      problems("GET 0 503", wish)
        == ["there was no POST or PATCH, so that nothing was rehearsed"])
  }

  @Test func `unsafe requests without a key are not repeated`() {
    let wish = { (expected: inout ResilienceExpectations) in expected.forbidsUnsafeRetries = true }
    #expect(problems("POST 0 503;GET 1 503;GET 2 200", wish) == [])
    #expect(problems("POST 0 503 Idempotency-Key=a;POST 1 200 Idempotency-Key=a", wish) == [])
    #expect(
      problems("POST 0 503;POST 1 200", wish) == ["POST /a came 2 times without Idempotency-Key"])
  }

  @Test func `a circuit opens, probes and closes`() {
    let wish = { (expected: inout ResilienceExpectations) in
      expected.circuitBreaker = .init(failures: 2, open: .milliseconds(100))
    }
    #expect(problems("GET 0 503;GET 10 503;GET 110 200;GET 111 200", wish) == [])
    #expect(problems("GET 0 503;GET 10 503;GET 110 503;GET 210 200", wish) == [])
    #expect(
      problems("GET 0 503;GET 10 503;GET 109 200", wish)
        == ["GET /a came 99 ms after the circuit was to open, 100 ms or more was expected"])
    #expect(
      problems("GET 0 503;GET 10 503;GET 110 503;GET 120 200", wish)
        == ["GET /a came 10 ms after the circuit was to open, 100 ms or more was expected"])
    #expect(
      problems("GET 0 503;GET 10 200;GET 20 503", wish)
        == ["there were never 2 failures in a row, so that nothing was rehearsed"])
    #expect(
      problems("GET 0 503;GET 10 503", wish)
        == ["no probe succeeded: the circuit was never closed again"])
  }

  @Test func `a run has a time, connections and an end`() {
    #expect(problems("GET 0 200", after: .seconds(1)) { $0.total = .seconds(1) } == [])
    #expect(
      problems("GET 0 200", after: .milliseconds(1_001)) { $0.total = .seconds(1) }
        == ["1000 ms or less was expected, it took 1001 ms"])
    #expect(
      problems("", end: .timedOut, after: .seconds(2)) { $0.total = .seconds(9) }
        == ["it did not end and was stopped after 2000 ms"])
    #expect(
      problems("GET 0 200 on=1;GET 1 200 on=2;GET 2 200 on=2") { $0.connections = 1 }
        == ["1 or fewer were expected, there were 2"])
    #expect(problems("GET 0 200 on=1;GET 1 200 on=2") { $0.connections = 2 } == [])
    #expect(problems("", end: .code(3)) { $0.exitCode = 3 } == [])
    #expect(
      problems("", end: .signal(11)) { $0.exitCode = 0 }
        == ["exit code 0 was expected, it ended with signal 11"])
  }

  @Test(arguments: [
    (RehearsalVerdict.End.code(0), 2_000, 1, RehearsalMatrix.Outcome.tolerated),
    (.code(0), 2_001, 1, .degraded), (.code(1), 5, 1, .broken), (.signal(6), 5, 1, .broken),
    (.timedOut, 9_000, 1, .hung), (.code(0), 5, 0, .unreached), (.timedOut, 9_000, 0, .hung),
  ])
  func `a cell is judged beside the run without a fault`(
    end: RehearsalVerdict.End, milliseconds: Int, attempts: Int, outcome: RehearsalMatrix.Outcome
  ) {
    let baseline = RehearsalMatrix.Cell(
      outcome: .tolerated, end: .code(0), duration: .seconds(1), attempts: 1)
    let found = RehearsalMatrix.Outcome(
      of: end, after: .milliseconds(milliseconds), attempts: attempts, beside: baseline,
      slower: .seconds(1))
    #expect(found == outcome)
  }
}
