import Dispatch

/// Work that blocks: tasks share few threads, and the provider may need them.
enum OwnThread {
  /// Does work on a thread of its own and waits for what it gives.
  static func run<Output: Sendable>(_ work: @escaping @Sendable () -> Output) async -> Output {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: work()) }
    }
  }
}
