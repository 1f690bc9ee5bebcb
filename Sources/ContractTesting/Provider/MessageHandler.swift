/// Makes the message, or the replies to one, that a contract expects of a provider.
///
/// ```swift
/// messages: ["an order was placed": .sends { try .json(OrderPlaced(order: .sample)) }]
/// ```
public struct MessageHandler: Sendable {
  let make: @Sendable (ReceivedMessage?) async throws -> [SentMessage]

  /// Makes a message.
  public static func sends(
    _ make: @escaping @Sendable () async throws -> SentMessage
  ) -> MessageHandler {
    MessageHandler { _ in [try await make()] }
  }

  /// Answers a message, by one or by several.
  public static func replies(
    _ make: @escaping @Sendable (ReceivedMessage) async throws -> [SentMessage]
  ) -> MessageHandler {
    MessageHandler { request in
      guard let request else {
        throw ContractTestingError("the contract has no message to reply to: use '.sends'")
      }
      return try await make(request)
    }
  }
}
