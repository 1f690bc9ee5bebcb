import ContractDSL
import FaultModel
import MockEngine
import MockServer
import Synchronization

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A mock that plays a provider for one test.
///
/// It listens on 127.0.0.1 and a port of its own. A client is pointed at it by its base URL:
///
/// ```swift
/// try await withMockService("order-service", for: "web-shop", expecting: .order42) { mock in
///   let order = try await OrderClient(url: mock.url).order(42)
///   #expect(order.status == .pending)
/// }
/// ```
///
/// Whatever is wrong with the requests that it gets is told when the closure ends, or the test with the
/// trait, as failures of that test.
public final class MockService: Sendable {
  /// The base URL, e.g. `http://127.0.0.1:41234`.
  public let url: URL
  /// The port that it listens on.
  public let port: Int
  let server: MockServer
  /// The interactions that are played, by their places.
  let interactions: [Interaction]
  /// Whether all of them have to be asked for, and nothing else may be.
  let isContracted: Bool
  /// Whether faults befall answers.
  let hasFaults: Bool
  private let state = Mutex(State())

  /// What was asked of the mock, and what was found wrong by it.
  private struct State {
    var problems: [MockProblem] = []
    /// The numbers of the requests that the test has looked at.
    var lookedAt: Set<Int> = []
  }

  private init(
    _ url: URL, _ server: MockServer, _ interactions: [Interaction], isContracted: Bool,
    hasFaults: Bool
  ) {
    self.url = url
    port = server.port
    self.server = server
    self.interactions = interactions
    self.isContracted = isContracted
    self.hasFaults = hasFaults
  }

  /// The mock of the running test, of its trait `.mockService` or of the closure around.
  ///
  /// - Throws: ``ContractTestingError`` when the test has none.
  public static var current: MockService {
    get throws {
      if let mock = TestingContext.current?.mock { return mock }
      throw ContractTestingError(
        TestingContext.current == nil
          ? "there is no mock here: give the suite the trait"
            + " '.mockService(\"PROVIDER\", for: \"CONSUMER\")', or wrap the test in 'withMockService'"
          : "there is no mock here: give the test the trait '.expecting(…)' or '.playing(…)'; in"
            + " detached tasks and on other threads keep the mock in a constant")
    }
  }

  /// Starts a mock.
  static func start(
    _ provider: String, for consumer: String, _ cast: Cast, isContracted: Bool
  ) async throws -> MockService {
    let contract = try cast.contract(provider, for: consumer)
    let server = try await MockServer.start(
      playing: [contract], faults: cast.scripts,
      options: MockOptions(unmatchedStatus: isContracted ? 500 : 404, seed: cast.seed))
    guard let url = URL(string: server.url) else {
      await server.stop()
      throw ContractTestingError("'\(server.url)' is no URL")
    }
    return MockService(
      url, server, contract.interactions, isContracted: isContracted,
      hasFaults: !cast.scripts.isEmpty)
  }

  /// Notes that something is wrong; the scope of the mock tells it, in the task of the test.
  func note(_ problem: MockProblem) { state.withLock { $0.problems.append(problem) } }

  /// What was noted so far.
  var problems: [MockProblem] { state.withLock(\.problems) }

  /// Notes that the test has looked at requests.
  func noteLook(at numbers: some Sequence<Int>) {
    state.withLock { $0.lookedAt.formUnion(numbers) }
  }

  /// The numbers of the requests that the test has looked at.
  var lookedAt: Set<Int> { state.withLock(\.lookedAt) }
}
