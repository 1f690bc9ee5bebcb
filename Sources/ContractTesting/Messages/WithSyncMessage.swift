public import ContractDSL

/// Tests the code of a consumer that sends a message and handles the replies.
///
/// ```swift
/// try await withSyncMessage(.priceOfA1, from: "price-service", for: "web-shop") { exchange in
///   let prices = PriceClient(transport: { bytes in exchange.send(bytes)[0].contents })
///   #expect(try await prices.price(of: "A-1") == 9.95)
/// }
/// ```
///
/// The test fails when the message is not sent, or is not as the contract says. Otherwise, and when nothing
/// fails in the closure, the message and its replies are added to the contract.
///
/// - Parameters:
///   - interaction: the message with its replies.
///   - provider: the party that answers; `nil` for that of the trait `.mockService` around.
///   - consumer: the party that asks; `nil` for that of the trait `.mockService` around.
///   - folder: the folder of the contract, relative to the package; `nil` for `contracts`.
///   - function: the name of the test.
///   - body: the test; what its consumer sends goes to ``SyncMessageExchange/send(_:contentType:metadata:)``.
///   - fileID: the module and the file that a failure is told of.
///   - filePath: the path of that file.
///   - line: the line that a failure is told of.
///   - column: its column.
/// - Returns: what the closure returns.
/// - Throws: what the closure throws; `ContractProblems` and ``ContractTestingError`` when the message
///   cannot be used.
public func withSyncMessage<Result>(
  _ interaction: Interaction, from provider: String? = nil, for consumer: String? = nil,
  contracts folder: String? = nil, function: String = #function, fileID: StaticString = #fileID,
  filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
  _ body: (SyncMessageExchange) async throws -> Result
) async throws -> Result {
  let parties = try Parties.ofMessage(from: provider, for: consumer)
  let content = try interaction.validated(parties).content
  guard case .synchronousMessage(let request, let replies) = content else {
    throw ContractTestingError(
      "'\(interaction.description)' is \(interaction.kindInWords), not a message that the provider"
        + " answers")
  }
  let exchange = try SyncMessageExchange(request, replies)
  let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
  let scope = MessageScope(
    framework: .current, site: site, parties: parties, folder: folder, function: function)
  return try await scope.run(
    interaction, problems: { exchange.problems(interaction.description) }
  ) { try await body(exchange) }
}
