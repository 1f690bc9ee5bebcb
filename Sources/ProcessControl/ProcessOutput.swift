import Dispatch
import Synchronization

/// What a process that runs in the background writes, read on a thread of its own.
final class ProcessOutput: Sendable {
  /// How much is kept, from the end.
  static let largest = 256 << 10

  private struct State {
    var bytes: [UInt8] = []
    var isCut = false
  }

  private let state = Mutex(State())
  private let hasEnded = DispatchSemaphore(value: 0)

  /// Starts to read until all who write have closed the pipe.
  init(reading pipe: CommandPipe) {
    DispatchQueue(label: "counterpart.output").async { [self] in
      var pipe = pipe
      while pipe.isOpen {
        pipe.waitToRead()
        var piece: [UInt8] = []
        pipe.readAvailable(into: &piece, atMost: Self.largest)
        append(piece)
      }
      pipe.close()
      hasEnded.signal()
    }
  }

  private func append(_ piece: [UInt8]) {
    state.withLock { state in
      state.bytes += piece
      // Cut rarely: each cut moves what is kept.
      guard state.bytes.count > 2 * Self.largest else { return }
      state.bytes.removeFirst(state.bytes.count - Self.largest)
      state.isCut = true
    }
  }

  /// Waits a moment for what was written last.
  func settle() { _ = hasEnded.wait(timeout: .now() + .milliseconds(500)) }

  /// The text so far; where its start was left out it says so.
  var text: String {
    state.withLock { state in
      let kept = state.bytes.suffix(Self.largest)
      let isCut = state.isCut || kept.count < state.bytes.count
      return (isCut ? "…\n" : "") + String(decoding: kept, as: UTF8.self)
    }
  }
}
