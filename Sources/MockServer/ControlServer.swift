public import ContractModel
import ContractStore
public import MockEngine
public import NIOCore
import NIOPosix

/// A server for the admin API of Pact's mock server, by which clients start, verify and stop mocks.
public final class ControlServer: Sendable {
  private let listener: HTTPListener
  private let registry: MockRegistry

  private init(_ listener: HTTPListener, _ registry: MockRegistry) {
    self.listener = listener
    self.registry = registry
  }

  /// Starts the server.
  ///
  /// - Parameters:
  ///   - host: the address that it, and every mock it starts, listens on.
  ///   - port: the port to listen on; 0 picks a free one.
  ///   - output: the folder that contracts are written to when a mock is verified.
  ///   - options: how the mocks answer.
  ///   - group: the event loops of which one serves all connections; `nil` for the process's own.
  /// - Throws: ``MockServerError`` when the address cannot be listened on.
  public static func start(
    host: String = "127.0.0.1", port: Int = 0, output: String, options: MockOptions = MockOptions(),
    on group: (any EventLoopGroup)? = nil
  ) async throws(MockServerError) -> ControlServer {
    try await start(
      host: host, port: port, output: output, options: options, tls: nil, on: group)
  }

  /// Starts the server.
  ///
  /// - Parameter tls: how mocks serve TLS when they are asked to; `nil` when they cannot.
  package static func start(
    host: String, port: Int, output: String, options: MockOptions, tls: TLSSetup?,
    on group: (any EventLoopGroup)? = nil
  ) async throws(MockServerError) -> ControlServer {
    let loop = (group ?? MultiThreadedEventLoopGroup.singleton).next()
    let registry = MockRegistry(
      folder: ContractFolder(output), host: host, options: options, tls: tls, loop: loop)
    let responder: NIOLoopBound<any RequestResponder>
    do {
      responder = try await loop.submit {
        NIOLoopBound(
          ControlService(registry, loop: loop) as any RequestResponder, eventLoop: loop)
      }.get()
    } catch {
      throw MockServerError(.listening, host: host, port: port, reason: "\(error)")
    }
    let listener = try await HTTPListener.listen(
      host: host, port: port, on: loop, bodyLimit: MockServer.defaultBodyLimit,
      responder: responder)
    return ControlServer(listener, registry)
  }

  /// The port that is listened on.
  public var port: Int { listener.port }

  /// Lets the API know of a mock that was started elsewhere.
  ///
  /// - Parameters:
  ///   - server: the mock.
  ///   - contracts: what it plays; it is written when the mock is verified.
  public func register(_ server: MockServer, playing contracts: [Contract]) async {
    await registry.add(
      PlayedMock(
        server: server, contracts: contracts,
        specification: contracts.map(\.specification).max() ?? .v4))
  }

  /// Stops listening, and stops every mock that the API knows.
  public func stop() async {
    await listener.close()
    await registry.stopAll()
  }
}
