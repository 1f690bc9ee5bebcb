public import ContractDSL
import ContractMatching
import ContractReports
import Synchronization

/// The other side of a consumer that sends a message and gets replies.
public final class SyncMessageExchange: Sendable {
  /// The message as the contract has it.
  public let request: ReceivedMessage
  /// What the provider answers.
  public let replies: [ReceivedMessage]
  private let matcher: MessageMatcher
  private let state = Mutex(State())

  private struct State {
    var count = 0
    var mismatches: [Mismatch] = []
  }

  init(_ request: MessageContents, _ replies: [MessageContents]) throws {
    self.request = try ReceivedMessage(request)
    self.replies = try replies.map { try ReceivedMessage($0) }
    matcher = try MessageMatcher(request)
  }

  /// Takes a message of the consumer, and gives the replies.
  ///
  /// What differs from the contract is told when the closure around ends.
  ///
  /// - Parameters:
  ///   - contents: the contents of the message.
  ///   - contentType: their media type.
  ///   - metadata: what the transport carries beside them, a JSON object.
  public func send(
    _ contents: [UInt8], contentType: String = "application/json", metadata: JSONValue? = nil
  ) -> [ReceivedMessage] {
    let message = ActualMessage(contents: contents, contentType: contentType, metadata: metadata)
    let mismatches = matcher.mismatches(message)
    state.withLock { state in
      state.count += 1
      state.mismatches += mismatches
    }
    return replies
  }

  /// What was wrong with what the consumer sent.
  func problems(_ description: String) -> [MockProblem] {
    let state = self.state.withLock { ($0.count, $0.mismatches) }
    if state.0 == 0 { return [MockProblem(text: "'\(description)' was not sent")] }
    return state.1.map { mismatch in
      MockProblem(
        text: "'\(description)' was sent otherwise: \(mismatch.place): \(mismatch.message)")
    }
  }
}
