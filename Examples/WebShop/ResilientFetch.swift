import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Fetches an order over a network that cannot be relied on, and prints each attempt.
struct ResilientFetch {
  let url: URL
  var policy = RetryPolicy()

  func run(_ id: Int) async throws {
    for number in 1...policy.attempts {
      let start = ContinuousClock.now
      do {
        let order = try await attempt(id)
        say(number, "answered", since: start)
        print("read \(order.summary) after \(Self.count(number))")
        return
      } catch {
        say(number, ClientError.describe(error), since: start)
        guard number < policy.attempts, policy.isWorthRetrying(error) else {
          print("gave up after \(Self.count(number))")
          throw error
        }
        try await Task.sleep(for: policy.pause)
      }
    }
  }

  /// One attempt on a connection of its own: when a connection from a pool turns out to be dead, the
  /// loader itself asks again, and the policy would not see it.
  private func attempt(_ id: Int) async throws -> Order {
    let session = URLSession(configuration: .ephemeral)
    defer { session.finishTasksAndInvalidate() }
    let client = OrderClient(url: url, session: session)
    return try await Deadline.within(policy.timeout) {
      try await client.order(id).expecting(200).decode(Order.self)
    }
  }

  private static func count(_ number: Int) -> String {
    number == 1 ? "1 attempt" : "\(number) attempts"
  }

  private func say(_ number: Int, _ outcome: String, since start: ContinuousClock.Instant) {
    let time = (ContinuousClock.now - start) / Duration.milliseconds(1)
    print("attempt \(number): \(outcome) (\(Int(time)) ms)")
  }
}
