import MockEngine

/// What sessions did, for the verdict of the mock.
struct SessionTally {
  /// How often interactions were played, by their numbers.
  private(set) var plays: [Int: Int] = [:]
  /// The newest requests that nothing accepted.
  private(set) var unmatched: [UnmatchedRequest] = []
  /// How many requests nothing accepted.
  private(set) var unmatchedCount = 0
  /// What faults befell requests, in words.
  private(set) var faults: [String] = []

  private static let limit = 1_000

  /// Adds what one session did.
  mutating func add(_ service: MockService) {
    for (place, count) in service.engine.plays.enumerated() where count > 0 {
      plays[service.names.number(of: place), default: 0] += count
    }
    unmatched = (unmatched + service.engine.unmatched).suffix(Self.limit)
    unmatchedCount += service.engine.unmatchedCount
    guard faults.count < Self.limit else { return }
    faults += MockResult.faultLines(service.journal).prefix(Self.limit - faults.count)
  }
}
