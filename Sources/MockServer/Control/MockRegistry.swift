import ContractFiles
import ContractModel
import ContractStore
import MockEngine
import NIOCore

/// The mocks that the control API starts, finds, verifies and stops.
actor MockRegistry {
  /// Why a call cannot be done, as the status and text of its answer.
  struct Refusal: Error {
    var status: Int
    var message: String
  }

  private var mocks: [PlayedMock] = []
  private let folder: ContractFolder
  private let host: String
  private let options: MockOptions
  /// How mocks serve TLS when they are asked to.
  private let tls: TLSSetup?
  private let loop: any EventLoop

  init(
    folder: ContractFolder, host: String, options: MockOptions, tls: TLSSetup?, loop: any EventLoop
  ) {
    self.tls = tls
    self.folder = folder
    self.host = host
    self.options = options
    self.loop = loop
  }

  var all: [PlayedMock] { mocks }

  func add(_ mock: PlayedMock) { mocks.append(mock) }

  /// The mock with that id or port.
  func find(_ name: String) throws(Refusal) -> PlayedMock {
    let found = mocks.first { $0.id == name.uppercased() || String($0.server.port) == name }
    guard let found else {
      throw Refusal(status: 404, message: "there is no mock server with id or port '\(name)'")
    }
    return found
  }

  /// Starts a mock of a Pact file.
  ///
  /// - Parameters:
  ///   - specification: the version in which the contract is written when it is verified.
  ///   - allowsCrossOrigin: whether answers allow every origin.
  ///   - servesTLS: whether the mock serves TLS.
  func create(
    _ bytes: [UInt8], specification: SpecificationVersion?, allowsCrossOrigin: Bool,
    servesTLS: Bool
  ) async throws -> PlayedMock {
    if servesTLS, tls == nil {
      throw Refusal(
        status: 400,
        message: "tls=true cannot be done: the tool was started without --tls, by which clients get"
          + " to know the authority of its certificates")
    }
    let file = ContractFile(reading: bytes, file: "request body")
    guard case .contract(let contract)? = file.content else {
      let reason = file.diagnostics.first { $0.severity == .error }?.description
      throw Refusal(status: 400, message: reason ?? "the body is no Pact file")
    }
    var options = options
    options.allowsCrossOrigin = allowsCrossOrigin
    var compiler = MockCompiler(options)
    compiler.add(contract)
    if let problem = compiler.diagnostics.first(where: { $0.severity == .error }) {
      throw Refusal(status: 400, message: problem.description)
    }
    let server = try await MockServer.start(
      compiler, faults: [], options: options, host: host, port: 0,
      tls: servesTLS ? tls : nil, on: loop)
    let mock = PlayedMock(
      server: server, contracts: [contract],
      specification: specification ?? contract.specification)
    mocks.append(mock)
    return mock
  }

  func remove(_ name: String) async throws {
    let mock = try find(name)
    mocks.removeAll { $0.id == mock.id }
    await mock.server.stop()
  }

  /// Writes the contracts of a mock whose interactions were all asked for.
  ///
  /// - Returns: what differs; when nothing does, the contracts were written.
  func verify(_ name: String) async throws -> (mock: PlayedMock, verdict: MockVerdict) {
    let mock = try find(name)
    let verdict = await mock.server.verdict()
    if verdict.isFulfilled {
      for contract in mock.contracts {
        do {
          try folder.add(contract, specification: mock.specification)
        } catch {
          throw Refusal(status: 500, message: error.description)
        }
      }
    }
    return (mock, verdict)
  }

  func stopAll() async {
    for mock in mocks { await mock.server.stop() }
    mocks = []
  }
}
