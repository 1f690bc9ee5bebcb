public import ContractDSL

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Tests the code of a consumer that handles a message.
///
/// ```swift
/// try await withMessage(.orderPlaced, from: "order-service", for: "web-shop") { message in
///   try await OrderFeed().handle(message.contents)
/// }
/// ```
///
/// The closure gets the message that the contract has as its example. When nothing fails in it the message
/// is added to the contract, as `withMockService` does.
///
/// - Parameters:
///   - interaction: the message.
///   - provider: the party that sends it; `nil` for that of the trait `.mockService` around.
///   - consumer: the party that handles it; `nil` for that of the trait `.mockService` around.
///   - folder: the folder of the contract, relative to the package; `nil` for `contracts`.
///   - function: the name of the test.
///   - body: the test.
///   - fileID: the module and the file that a failure is told of.
///   - filePath: the path of that file.
///   - line: the line that a failure is told of.
///   - column: its column.
/// - Returns: what the closure returns.
/// - Throws: what the closure throws; `ContractProblems` and ``ContractTestingError`` when the message
///   cannot be used.
public func withMessage<Result>(
  _ interaction: Interaction, from provider: String? = nil, for consumer: String? = nil,
  contracts folder: String? = nil, function: String = #function, fileID: StaticString = #fileID,
  filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
  _ body: (ReceivedMessage) async throws -> Result
) async throws -> Result {
  let parties = try Parties.ofMessage(from: provider, for: consumer)
  guard case .message(let contents) = try interaction.validated(parties).content else {
    throw ContractTestingError(
      "'\(interaction.description)' is \(interaction.kindInWords), not a message that the provider"
        + " sends")
  }
  let message = try ReceivedMessage(contents)
  let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
  let scope = MessageScope(
    framework: .current, site: site, parties: parties, folder: folder, function: function)
  return try await scope.run(interaction) { try await body(message) }
}

/// Tests the code of a consumer that handles a message, with the value that it decodes.
///
/// ```swift
/// try await withMessage(.orderPlaced) { (event: OrderPlaced) in
///   #expect(event.id == 42)
/// }
/// ```
///
/// - Parameters:
///   - interaction: the message, whose contents are JSON.
///   - provider: the party that sends it; `nil` for that of the trait `.mockService` around.
///   - consumer: the party that handles it; `nil` for that of the trait `.mockService` around.
///   - decoder: decodes the contents as the consumer does.
///   - folder: the folder of the contract, relative to the package; `nil` for `contracts`.
///   - function: the name of the test.
///   - body: the test.
///   - fileID: the module and the file that a failure is told of.
///   - filePath: the path of that file.
///   - line: the line that a failure is told of.
///   - column: its column.
/// - Returns: what the closure returns.
/// - Throws: what the closure throws, and why the contents cannot be decoded.
public func withMessage<Content: Decodable, Result>(
  _ interaction: Interaction, from provider: String? = nil, for consumer: String? = nil,
  decoder: JSONDecoder = JSONDecoder(), contracts folder: String? = nil,
  function: String = #function,
  fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: UInt = #line,
  column: UInt = #column, _ body: (Content) async throws -> Result
) async throws -> Result {
  try await withMessage(
    interaction, from: provider, for: consumer, contracts: folder, function: function,
    fileID: fileID,
    filePath: filePath, line: line, column: column
  ) { (message: ReceivedMessage) in
    try await body(decoder.decode(Content.self, from: Data(message.contents)))
  }
}

extension Interaction {
  /// What kind of interaction it is, in words.
  var kindInWords: String {
    switch content {
    case .http: "a request and its response"
    case .message: "a message that the provider sends"
    case .synchronousMessage: "a message that the provider answers"
    case .unusable: "something that cannot be used"
    }
  }
}
