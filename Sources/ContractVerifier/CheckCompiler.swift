import Dispatch
import Synchronization

/// Compiles interactions on a thread of its own, some ahead of the run, so that compiling costs no time
/// in which the provider could be asked.
///
/// Compiling is pure: it makes no difference who does it, and when.
final class CheckCompiler: Sendable {
  /// How far ahead of the run it goes; this bounds the memory.
  private static let window = 128
  /// So much room is made at once: waking the thread for each would cost more than it brings.
  private static let batch = 32
  /// Fewer interactions are compiled sooner than a thread has started.
  private static let fewest = 64

  private struct State {
    /// The next that nobody looked at.
    var next = 0
    var compiled: [Int: InteractionCheck.Compiled] = [:]
    /// Those that the run compiled itself, as it came to them first.
    var taken: Set<Int> = []
    /// Room that the thread was not told of.
    var freed = 0
    var isStopped = false
  }

  private let items: [VerificationItem]
  private let configuration: VerifierConfiguration
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "counterpart.compile")
  /// How many more may be compiled ahead.
  private let room = DispatchSemaphore(value: 0)

  init(_ items: [VerificationItem], _ configuration: VerifierConfiguration) {
    self.items = items
    self.configuration = configuration
    // One that starts with more than it ends with may not be let go of.
    for _ in 0..<Self.window { room.signal() }
  }

  /// Starts to compile ahead.
  func start() {
    guard items.count >= Self.fewest else { return }
    queue.async { [self] in
      while let index = nextIndex() {
        let compiled = InteractionCheck.compile(items[index], configuration)
        state.withLock { state in
          // The run may have come to it meanwhile, and have compiled it itself.
          guard state.taken.remove(index) == nil else { return _ = room.signal() }
          state.compiled[index] = compiled
        }
      }
    }
  }

  /// Compiles nothing more, and waits for what is being compiled: a process that ends meanwhile may
  /// crash.
  func stop() {
    state.withLock { $0.isStopped = true }
    room.signal()
    queue.sync {}
  }

  /// What an interaction compiles to; each is asked for once.
  func compiled(_ index: Int) -> InteractionCheck.Compiled {
    let ready = state.withLock { state in
      if let compiled = state.compiled.removeValue(forKey: index) {
        state.freed += 1
        if state.freed == Self.batch {
          for _ in 0..<state.freed { room.signal() }
          state.freed = 0
        }
        return compiled as InteractionCheck.Compiled?
      }
      state.taken.insert(index)
      return nil
    }
    return ready ?? InteractionCheck.compile(items[index], configuration)
  }

  private func nextIndex() -> Int? {
    room.wait()
    return state.withLock { state -> Int? in
      guard !state.isStopped else { return nil }
      while state.next < items.count, state.taken.remove(state.next) != nil { state.next += 1 }
      guard state.next < items.count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }
}
