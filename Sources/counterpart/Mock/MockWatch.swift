import ArgumentParser
import ContractStore
import FaultModel
import MockServer

/// Loads the files of a mock again whenever they changed.
struct MockWatch: Sendable {
  let sources: MockSources
  let server: MockServer
  /// The fault scripts that were loaded last.
  let faults: [FaultScript]
  /// What the files were like before they were loaded.
  let snapshot: FileSnapshot

  /// How long is waited between two looks.
  private static let interval = Duration.milliseconds(250)

  /// Watches until the task is cancelled.
  ///
  /// Files are loaded once two looks agree, so that one that is still being written is not read.
  func run() async {
    let clock = ContinuousClock()
    var played = snapshot
    var faults = faults
    var last = snapshot
    while !Task.isCancelled {
      let begin = clock.now
      let now = FileSnapshot(of: sources.paths)
      if now != played, now == last {
        played = now
        await reload(&faults)
      }
      last = now
      // Of a processor at most a twentieth is taken, however many files there are.
      let pause = max(Self.interval, (clock.now - begin) * 20)
      try? await clock.sleep(for: pause)
    }
  }

  private func reload(_ faults: inout [FaultScript]) async {
    do {
      let loaded = try sources.load()
      try await server.play(
        loaded.compiler, faults: loaded.faults == faults ? nil : loaded.faults)
      faults = loaded.faults
      Terminal.print("reloaded: \(loaded.summary)")
    } catch {
      if let error = error as? MockServerError { Terminal.log("error: \(error)") }
      Terminal.log("nothing was reloaded: what was played before is played on")
    }
  }
}
