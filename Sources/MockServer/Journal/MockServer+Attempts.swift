package import ContractModel
package import MockEngine

extension MockServer {
  /// What reached the mock, in the order in which it came, as attempts of a client.
  ///
  /// - Parameters:
  ///   - interactions: those that are played; they say what `Retry-After` their answers have.
  ///   - isWanted: only requests for which this holds.
  package func attempts(
    at interactions: [Interaction],
    where isWanted: @escaping @Sendable (JournalEntry) -> Bool = { _ in true }
  ) async -> [RehearsalAttempt] {
    let excerpt = await requests(where: isWanted)
    let descriptions = await descriptions()
    return excerpt.entries.map { entry in
      let place = entry.answer.interaction
      let interaction = place.flatMap { place in
        interactions.first { $0.description == descriptions[place] }
      }
      return RehearsalAttempt(entry, contracted: interaction?.retryAfter)
    }
  }
}

extension Interaction {
  /// The `Retry-After` of its own answer.
  fileprivate var retryAfter: RehearsalAttempt.RetryAfter? {
    guard case .http(_, let response) = content else { return nil }
    return response.headers.header("retry-after").flatMap { Int($0) }.map { .seconds($0) }
  }
}

extension RehearsalAttempt {
  /// Creates an attempt out of a request of the journal.
  ///
  /// - Parameter contracted: what the answer says of the next attempt when no fault befalls it.
  fileprivate init(_ entry: JournalEntry, contracted: RetryAfter?) {
    let status = entry.status ?? 0
    let refuses = [408, 429].contains(status) || (500...599).contains(status)
    self.init(
      method: entry.method, target: entry.target,
      fields: entry.fields.map { Field($0.name, [$0.value]) }, time: entry.time,
      date: entry.date, connection: entry.source.connection,
      status: status == 0 ? nil : status, fault: entry.fault?.text,
      isFailure: status == 0 || refuses || entry.fault?.spoilsAnswer == true,
      retryAfter: entry.fault?.retryAfter(at: entry.date)
        ?? (entry.fault?.type == "status" ? nil : contracted))
  }
}

extension FiredFault {
  /// Faults after which the answer is as the contract has it: it only took long.
  private static let slow: Set = ["latency", "slow_headers", "slow_body"]

  /// Whether the answer is what it would be without the fault.
  package var keepsAnswer: Bool { Self.slow.contains(type) }

  /// Whether an answer with this fault is of no use, whatever its status is.
  fileprivate var spoilsAnswer: Bool { !keepsAnswer && type != "status" }

  /// What the answer says of the next attempt.
  fileprivate func retryAfter(at date: Duration) -> RehearsalAttempt.RetryAfter? {
    let member = members.first { $0.name == "retry_after" }
    guard let seconds = member.flatMap({ Double($0.value) }).map({ Int($0) }) else { return nil }
    let isDate = members.contains { $0.name == "retry_after_form" && $0.value == "date" }
    return isDate ? .date(date.components.seconds + Int64(seconds)) : .seconds(seconds)
  }
}
