public import ContractDSL
public import FaultModel

/// Runs a test against a mock that plays a provider.
///
/// ```swift
/// func testStatus() async throws {
///   try await withMockService("order-service", for: "web-shop", expecting: .order42) { mock in
///     let order = try await OrderClient(url: mock.url).order(42)
///     XCTAssertEqual(order.status, .pending)
///   }
/// }
/// ```
///
/// The test fails for each expected interaction that no request asked for, and for each request that none
/// accepts. The interactions that were exercised are added to the contract of consumer and provider when the test
/// has passed: to `contracts/CONSUMER-PROVIDER.json` of the package, or in the folder that the environment
/// variable `COUNTERPART_CONTRACTS` names. Works in Swift Testing and in XCTest.
///
/// - Parameters:
///   - provider: the name of the party that the mock plays.
///   - consumer: the name of the party that is tested.
///   - interactions: what is expected, in any order.
///   - played: what is expected, with faults that befall it.
///   - steps: faults that befall every interaction; each counts its own requests.
///   - seed: decides what faults leave to chance.
///   - folder: the folder of the contract, relative to the package; `nil` for `contracts`.
///   - function: the name of the test.
///   - body: the test.
///   - fileID: the module and the file that a failure is told of.
///   - filePath: the path of that file.
///   - line: the line that a failure is told of.
///   - column: its column.
/// - Returns: what the closure returns.
/// - Throws: what the closure throws; `ContractProblems` and ``ContractTestingError`` when the contract
///   cannot be played or written.
public func withMockService<Result>(
  _ provider: String, for consumer: String, expecting interactions: Interaction...,
  playing played: PlayedInteraction..., everywhere steps: [FaultStep] = [], seed: UInt64 = 0,
  contracts folder: String? = nil, function: String = #function, fileID: StaticString = #fileID,
  filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
  _ body: (MockService) async throws -> Result
) async throws -> Result {
  let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
  let cast = Cast(expected: interactions, played: played, everywhere: steps, seed: seed)
  let mock = try await MockService.start(provider, for: consumer, cast, isContracted: true)
  let scope = MockScope(mock: mock, framework: .current, site: site)
  let watch = FailureWatch()
  let loose = LooseRecord(site: site, test: function, folder: folder)
  let record = TestingContext.current?.record
  let result = try await scope.run(
    watch, record ?? loose.record, Parties(consumer: consumer, provider: provider)
  ) { try await body(mock) }
  if record == nil { try loose.close(in: scope.framework, passed: !watch.hasFailed) }
  return result
}

/// Runs a test against a mock that answers as it is told, without a contract.
///
/// ```swift
/// try await withMockServer(.get("/health", returning: .json(.ok, ["ok": true]))) { mock in
///   try await monitor.check(mock.url)
///   #expect(await mock.requests(to: .get("/health")).count == 1)
/// }
/// ```
///
/// Nothing has to be requested, and what no stub accepts is answered with 404: what came is for the test
/// to ask. No contract is written.
///
/// - Parameters:
///   - stubs: what is answered.
///   - played: what is answered, with faults that befall it.
///   - steps: faults that befall every stub; each counts its own requests.
///   - seed: decides what faults leave to chance.
///   - body: the test.
///   - fileID: the module and the file that a failure is told of.
///   - filePath: the path of that file.
///   - line: the line that a failure is told of.
///   - column: its column.
/// - Returns: what the closure returns.
/// - Throws: what the closure throws; `ContractProblems` and ``ContractTestingError`` when a stub cannot
///   be played.
public func withMockServer<Result>(
  _ stubs: Interaction..., playing played: PlayedInteraction..., everywhere steps: [FaultStep] = [],
  seed: UInt64 = 0, fileID: StaticString = #fileID, filePath: StaticString = #filePath,
  line: UInt = #line, column: UInt = #column, _ body: (MockService) async throws -> Result
) async throws -> Result {
  let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
  let cast = Cast(expected: stubs, played: played, everywhere: steps, seed: seed)
  let mock = try await MockService.start("stubs", for: "test", cast, isContracted: false)
  let scope = MockScope(mock: mock, framework: .current, site: site)
  return try await scope.run(FailureWatch(), nil, nil) { try await body(mock) }
}
