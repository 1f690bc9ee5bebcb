/// What the running test has around it.
struct TestingContext: Sendable {
  /// That of the current task, and of its child tasks.
  @TaskLocal static var current: TestingContext?

  /// What the test exercises of contracts; `nil` outside of the trait `.mockService`.
  var record: TestRecord?
  /// The suite that the test belongs to.
  var suite: SuiteRecord?
  /// The parties of the trait.
  var parties: Parties?
  /// The mock.
  var mock: MockService?
}

/// The two that a contract is between.
struct Parties: Sendable, Hashable {
  let consumer: String
  let provider: String
}
