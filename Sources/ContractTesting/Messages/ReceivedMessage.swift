public import ContractDSL
import ContractMatching
import ContractStore

/// A message as the provider sends it.
public struct ReceivedMessage: Sendable, Hashable {
  /// The contents.
  public let contents: [UInt8]
  /// The media type of the contents; `nil` when the contract names none.
  public let contentType: String?
  /// What the transport carries beside the contents, a JSON object; `nil` when the contract does not speak
  /// of it.
  public let metadata: JSONValue?

  /// The contents as text.
  public var text: String { String(decoding: contents, as: UTF8.self) }

  /// The example of a contract, with the values that are made anew each time.
  init(_ message: MessageContents) throws {
    let plan = try GeneratorPlan(message.generators, rules: message.rules, mode: .consumer)
    var context = GenerationContext(
      mode: .consumer, now: Moment(WallClock.now()), random: SystemRandomNumberGenerator())
    let made = try plan.generate(message, &context)
    contents = made.body.bytes ?? []
    contentType = made.body.contentType ?? MessageMatcher.contentType(of: made.metadata)
    metadata = made.metadata
  }
}
