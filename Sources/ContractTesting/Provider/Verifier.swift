public import ContractDSL
import ContractModel
import Testing

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Verifies in a test that a provider honours contracts.
///
/// ```swift
/// @Suite struct OrderServiceHonoursItsContracts {
///   let verifier = Verifier("order-service", at: "http://127.0.0.1:8080", states: [
///     "order 42 exists": .setUp { _ in try await store.insert(.sample) },
///   ])
///
///   @Test(arguments: try Contracts.interactions(in: "contracts", provider: "order-service"))
///   func honours(_ interaction: LocatedInteraction) async throws {
///     try await verifier.verify(interaction)
///   }
/// }
/// ```
///
/// A test fails at the line of the contract file, with what differs. What differs of a pending interaction is a
/// known issue.
public struct Verifier: Sendable {
  /// The party that is verified.
  public let provider: String
  /// The base URL of the provider; `nil` for one that only sends messages.
  public let url: String?
  /// Puts the provider into states, by their names.
  public var states: [String: StateHandler]
  /// Makes messages, by the descriptions of the interactions.
  public var messages: [String: MessageHandler]
  /// How long a request may take.
  public var timeout: Duration = .seconds(10)
  /// Changes each request before it is sent, e.g. puts a fresh token into it.
  ///
  /// Header fields that it sets replace the contract's.
  public var filter: (@Sendable (inout HTTPRequest) async throws -> Void)?

  /// Creates a verifier of a provider at a base URL.
  ///
  /// - Parameters:
  ///   - provider: the party that is verified.
  ///   - url: where it is; `nil` for one that only sends messages.
  ///   - states: puts the provider into states, by their names.
  ///   - messages: makes messages, by the descriptions of the interactions.
  ///   - filter: changes each request before it is sent.
  public init(
    _ provider: String, at url: String? = nil, states: [String: StateHandler] = [:],
    messages: [String: MessageHandler] = [:],
    filter: (@Sendable (inout HTTPRequest) async throws -> Void)? = nil
  ) {
    self.provider = provider
    self.url = url
    self.states = states
    self.messages = messages
    self.filter = filter
  }

  /// Creates a verifier of a provider at a base URL.
  public init(
    _ provider: String, at url: URL, states: [String: StateHandler] = [:],
    messages: [String: MessageHandler] = [:],
    filter: (@Sendable (inout HTTPRequest) async throws -> Void)? = nil
  ) {
    self.init(
      provider, at: url.absoluteString, states: states, messages: messages, filter: filter)
  }

  /// Verifies an interaction; the test fails when the provider does not honour it.
  ///
  /// - Parameters:
  ///   - interaction: one that ``Contracts/interactions(in:provider:consumer:filePath:)`` gave.
  ///   - fileID: the module and the file that a failure is told of.
  ///   - filePath: the path of that file.
  ///   - line: the line that a failure is told of.
  ///   - column: its column.
  /// - Throws: ``ContractTestingError`` when the URL of the provider cannot be used.
  public func verify(
    _ interaction: LocatedInteraction, fileID: StaticString = #fileID,
    filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) async throws {
    let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
    let framework = TestFramework.current
    VerificationReport(framework: framework, site: site).tell(try await result(of: interaction))
  }

  /// Verifies every interaction of the provider in files, as one test.
  ///
  /// ```swift
  /// func testHonoursItsContracts() async throws {
  ///   try await verifier.verify(contractsIn: "contracts")
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - path: a file or a folder; relative to the package of the test.
  ///   - fileID: the module and the file that a failure is told of.
  ///   - filePath: the path of that file.
  ///   - line: the line that a failure is told of.
  ///   - column: its column.
  /// - Throws: ``ContractTestingError`` when the files cannot be read, have nothing of the provider, or its URL
  ///   cannot be used.
  public func verify(
    contractsIn path: String, fileID: StaticString = #fileID,
    filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) async throws {
    let all = try Contracts.interactions(in: path, provider: provider, filePath: filePath)
    let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
    let report = VerificationReport(framework: .current, site: site)
    for interaction in all { report.tell(try await result(of: interaction)) }
  }

  /// Verifies interactions, one after the other, and tells no test of it.
  ///
  /// - Returns: the results, in the order of the interactions.
  /// - Throws: ``ContractTestingError`` when the URL of the provider cannot be used.
  public func results(of interactions: [LocatedInteraction]) async throws -> [InteractionResult] {
    var results: [InteractionResult] = []
    for interaction in interactions { results.append(try await result(of: interaction)) }
    return results
  }
}
