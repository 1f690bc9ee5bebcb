import ContractModel
import Synchronization

/// What one test exercised of contracts.
final class TestRecord: Sendable {
  /// An interaction of a contract between two parties.
  struct Exercise: Sendable {
    let parties: Parties
    let interaction: Interaction
  }

  private let all = Mutex<[Exercise]>([])

  /// Notes that interactions were exercised.
  func note(_ interactions: [Interaction], _ parties: Parties) {
    let added = interactions.map { Exercise(parties: parties, interaction: $0) }
    all.withLock { $0 += added }
  }

  /// What was exercised so far.
  var exercises: [Exercise] { all.withLock { $0 } }
}
