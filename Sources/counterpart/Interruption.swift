import Synchronization
import UnixSignals

/// Notices SIGINT and SIGTERM, so that a command can end in order.
final class Interruption: Sendable {
  private let received = Atomic<Int32>(0)
  private let lastAction = Mutex<(@Sendable () -> Void)?>(nil)

  /// Starts to notice; a second signal ends the process at once.
  init() async {
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    Task.detached { [self] in
      for await signal in signals {
        let code: Int32 = signal == .sigint ? 130 : 143
        let (isFirst, _) = received.compareExchange(
          expected: 0, desired: code, ordering: .relaxed)
        if !isFirst {
          lastAction.withLock { $0 }?()
          Terminal.exitNow(code)
        }
      }
    }
  }

  /// Sets what is done when a second signal ends the process at once.
  func beforeExit(_ action: @escaping @Sendable () -> Void) {
    lastAction.withLock { $0 = action }
  }

  /// The exit code of the signal that came, or `nil`.
  var exitCode: Int32? {
    let code = received.load(ordering: .relaxed)
    return code == 0 ? nil : code
  }
}
