public import Testing

/// Gives each test of a suite a mock of its own, and writes the contract when the suite ends.
public struct MockServiceTrait: SuiteTrait, TestTrait, TestScoping {
  let parties: Parties
  let folder: String?
  let site: CallSite

  /// The tests of suites within the suite have a mock as well.
  public var isRecursive: Bool { true }

  /// The trait provides for suites and for the cases of tests.
  public func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? {
    test.isSuite || testCase != nil ? self : nil
  }

  /// Runs a suite or a test.
  ///
  /// - Throws: what the test throws, and why there can be no mock or no contract.
  @concurrent
  public func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    if testCase == nil {
      try await runSuite(test, function)
    } else {
      try await runTest(test, function)
    }
  }

  // MARK: -

  /// Suites within the suite belong to it.
  private func runSuite(
    _ test: Test, _ function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    guard TestingContext.current?.suite == nil else { return try await function() }
    let folder = try ContractDestination.folder(
      for: site.filePath.description, named: self.folder)
    let replaces = try ContractDestination.replaces()
    let suite = SuiteRecord("\(test.sourceLocation.moduleName).\(test.name)", [parties])
    let context = TestingContext(suite: suite, parties: parties)
    try await TestingContext.$current.withValue(context) { try await function() }
    try suite.write(to: folder, replaces: replaces && !suite.hasFailures)
  }

  private func runTest(
    _ test: Test, _ function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    if TestingContext.current?.record != nil {
      throw ContractTestingError(
        "a test can have one trait '.mockService': use 'withMockService' for the mock of a second"
          + " provider")
    }
    let watch = FailureWatch()
    let record = TestRecord()
    let context = TestingContext(
      record: record, suite: TestingContext.current?.suite, parties: parties)
    let name = test.displayName ?? test.name
    do {
      try await TestingContext.$current.withValue(context) {
        try await play(test, watch, record, function)
      }
    } catch {
      watch.noteFailure()
      context.suite?.note(name, record, passed: false)
      throw error
    }
    if let suite = context.suite { return suite.note(name, record, passed: !watch.hasFailed) }
    let suite = SuiteRecord("\(site.module).\(site.fileName)")
    suite.note(name, record, passed: !watch.hasFailed)
    try suite.write(
      to: try ContractDestination.folder(for: site.filePath.description, named: folder),
      replaces: false)
  }

  /// Runs a test, with a mock when it expects something of one.
  private func play(
    _ test: Test, _ watch: FailureWatch, _ record: TestRecord,
    _ function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let cast = Cast(test)
    guard !cast.interactions.isEmpty else {
      if !cast.everywhere.isEmpty {
        throw ContractTestingError("'.playing(everywhere:)' needs '.expecting(…)' beside it")
      }
      return try await watch.run(in: .swiftTesting) { try await function() }
    }
    let mock = try await MockService.start(
      parties.provider, for: parties.consumer, cast, isContracted: true)
    let scope = MockScope(
      mock: mock, framework: .swiftTesting, site: site, location: test.sourceLocation)
    try await scope.run(watch, record, parties) { try await function() }
  }
}

extension Cast {
  /// What the traits of a test say.
  fileprivate init(_ test: Test) {
    for trait in test.traits {
      if let expecting = trait as? ExpectingTrait { expected += expecting.interactions }
      if let playing = trait as? PlayingTrait {
        played += playing.played
        everywhere += playing.everywhere
        seed = playing.seed ?? seed
      }
    }
  }
}

extension Trait where Self == MockServiceTrait {
  /// Gives each test of a suite a mock that plays a provider, on a port of its own.
  ///
  /// ```swift
  /// @Suite(.mockService("order-service", for: "web-shop"))
  /// struct OrderClientContract {
  ///   @Test(.expecting(.order42))
  ///   func `shows the status of an order`() async throws { … }
  /// }
  /// ```
  ///
  /// A test says with `.expecting(…)` and `.playing(…)` what its
  /// mock plays, and finds it in ``MockService/current``. When the suite ends, what its tests exercised
  /// is written to the contract of both parties: `contracts/CONSUMER-PROVIDER.json` of the package, or in the
  /// folder that the environment variable `COUNTERPART_CONTRACTS` names. What a test that failed exercised is not
  /// written. When all tests ran and none failed, interactions that the suite exercised earlier, and does no more,
  /// are left out; `COUNTERPART_CONTRACTS_MODE` says `merge` or `replace` instead.
  ///
  /// - Parameters:
  ///   - provider: the name of the party that the mock plays.
  ///   - consumer: the name of the party that is tested.
  ///   - folder: the folder of the contract, relative to the package; `nil` for `contracts`.
  ///   - fileID: the module and the file that a failure is told of.
  ///   - filePath: the path of that file.
  ///   - line: the line that a failure is told of.
  ///   - column: its column.
  public static func mockService(
    _ provider: String, for consumer: String, contracts folder: String? = nil,
    fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) -> Self {
    Self(
      parties: Parties(consumer: consumer, provider: provider), folder: folder,
      site: CallSite(fileID: fileID, filePath: filePath, line: line, column: column))
  }
}
