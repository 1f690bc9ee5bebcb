import ContractFiles
import ContractModel
import ContractStore
import Synchronization

/// What the tests of a suite exercised, until it is written.
final class SuiteRecord: Sendable {
  /// The suite's name, e.g. `WebShopTests.OrderClientContract`.
  let suite: String
  private let state = Mutex(State())

  private struct State {
    var entries: [Parties: [ContractRecording.Entry]] = [:]
    var hasFailures = false
  }

  /// - Parameter parties: those whose contract is written even when nothing was exercised of it.
  init(_ suite: String, _ parties: [Parties] = []) {
    self.suite = suite
    state.withLock { state in for parties in parties { state.entries[parties] = [] } }
  }

  /// Whether a test of the suite failed.
  var hasFailures: Bool { state.withLock(\.hasFailures) }

  /// Notes how a test ended; of one that failed nothing is kept.
  func note(_ test: String, _ record: TestRecord, passed: Bool) {
    guard passed else { return state.withLock { $0.hasFailures = true } }
    let name = "\(suite)/\(test)"
    state.withLock { state in
      for exercise in record.exercises {
        state.entries[exercise.parties, default: []].append(
          ContractRecording.Entry(exercise.interaction, tests: [name]))
      }
    }
  }

  /// Writes the contracts.
  ///
  /// - Parameters:
  ///   - replaces: whether what the suite exercised earlier, and does no more, is left out.
  ///   - isTrial: whether only that is found out which could keep them from being written.
  /// - Throws: ``StoreError``.
  func write(to folder: String, replaces: Bool, isTrial: Bool = false) throws(StoreError) {
    let entries = state.withLock(\.entries)
    for (parties, entries) in entries.sorted(by: { $0.key.name < $1.key.name }) {
      try ContractFolder(folder).record(
        entries, consumer: parties.consumer, provider: parties.provider, of: suite,
        replaces: replaces, isTrial: isTrial)
    }
  }
}

extension Parties {
  fileprivate var name: String { "\(consumer) \(provider)" }
}
