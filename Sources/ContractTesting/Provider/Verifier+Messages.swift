import ContractMatching
import ContractModel

extension Verifier {
  /// Compares the messages that the provider makes with those of a contract.
  ///
  /// - Parameter request: the message that they reply to, if there is one.
  func compared(
    _ located: LocatedInteraction, _ expected: [MessageContents], to request: MessageContents?
  ) async -> InteractionResult {
    var result = InteractionResult(located)
    do {
      let made = try await make(located, request)
      guard made.count == expected.count else {
        return result.ended(
          in: "\(expected.count) messages were expected, there were \(made.count)")
      }
      for (expected, made) in zip(expected, made) {
        result.mismatches += try Self.mismatches(expected, made, located.interaction)
      }
    } catch {
      return result.ended(in: "\(error)")
    }
    if !result.mismatches.isEmpty, result.status != .pending { result.status = .failed }
    if result.mismatches.isEmpty { result.status = .passed }
    return result
  }

  private func make(
    _ located: LocatedInteraction, _ request: MessageContents?
  ) async throws -> [SentMessage] {
    let description = located.interaction.description
    guard let handler = messages[description] else {
      throw ContractTestingError(
        "'messages' has no handler of it"
          + NearestName.hint(for: description, among: messages.keys))
    }
    return try await handler.make(try request.map { try ReceivedMessage($0) })
  }

  private static func mismatches(
    _ expected: MessageContents, _ made: SentMessage, _ interaction: Interaction
  ) throws(RuleError) -> [Mismatch] {
    let matcher = try MessageMatcher(
      expected, places: PlaceFinder(interaction: interaction.location, part: interaction.source))
    return matcher.mismatches(
      ActualMessage(
        contents: made.contents,
        contentType: MessageMatcher.contentType(of: made.metadata) ?? made.contentType,
        metadata: made.metadata))
  }
}
