import HTTPExchange
import PactBroker
import Testing

@Suite struct RetryPolicyTests {
  private func pauses(_ outcome: RetryPolicy.Outcome, _ policy: RetryPolicy) -> [Duration] {
    var pauses: [Duration] = []
    while pauses.count < 100, let pause = policy.pause(after: outcome, tries: pauses.count + 1) {
      pauses.append(pause)
    }
    return pauses
  }

  @Test func `each pause is twice as long as the one before`() {
    #expect(
      pauses(.status(503), RetryPolicy())
        == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(4)])
  }

  @Test func `no pause is longer than the longest`() {
    let policy = RetryPolicy(retries: 5, first: .seconds(1), longest: .seconds(3))
    #expect(
      pauses(.failure(.timeout), policy)
        == [.seconds(1), .seconds(2), .seconds(3), .seconds(3), .seconds(3)])
  }

  @Test(arguments: [500, 502, 503, 504, 408, 429])
  func `what may pass is tried again`(status: Int) {
    #expect(pauses(.status(status), RetryPolicy(retries: 1)).count == 1)
  }

  @Test(arguments: [200, 201, 301, 400, 401, 403, 404, 409, 422, 501])
  func `what stays as it is, is not tried again`(status: Int) {
    #expect(pauses(.status(status), RetryPolicy()).isEmpty)
  }

  @Test(arguments: [HTTPExchangeError.Kind.unreachable, .timeout, .protocol])
  func `a lost connection is tried again`(kind: HTTPExchangeError.Kind) {
    #expect(pauses(.failure(kind), RetryPolicy(retries: 2)).count == 2)
  }

  @Test(arguments: [HTTPExchangeError.Kind.tls, .badURL, .badRequest, .cancelled, .tooLarge])
  func `a request that cannot succeed is not tried again`(kind: HTTPExchangeError.Kind) {
    #expect(pauses(.failure(kind), RetryPolicy()).isEmpty)
  }

  @Test(arguments: [
    ("3", Duration.seconds(3)), ("0", .zero), ("3600", .seconds(30)),
    ("Wed, 21 Oct 2026 07:28:00 GMT", .milliseconds(500)), ("-1", .milliseconds(500)),
  ])
  func `the broker's wish is heeded within bounds`(wish: String, pause: Duration) {
    #expect(RetryPolicy().pause(after: .status(429, retryAfter: wish), tries: 1) == pause)
  }

  @Test func `none is repeated when none is wished`() {
    #expect(pauses(.status(503), RetryPolicy(retries: 0)).isEmpty)
  }
}
