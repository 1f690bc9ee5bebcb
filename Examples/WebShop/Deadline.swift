import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Limits how long something may take.
///
/// The time-out of a `URLRequest` is another thing: it starts anew with every sign of life.
enum Deadline {
  /// Returns what the work returns, or cancels it and throws `URLError.timedOut`.
  static func within<Value: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: limit)
        throw URLError(.timedOut)
      }
      defer { group.cancelAll() }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }
}
