package import FaultProxy
package import MockServer
import NIOCore
import NIOPosix

/// A server for Toxiproxy's HTTP API, by which clients make, change and remove proxies and toxics.
package final class ProxyControlServer: Sendable {
  private let listener: HTTPListener

  private init(_ listener: HTTPListener) { self.listener = listener }

  /// How large the body of a call may be.
  private static let bodyLimit = 16 << 20

  /// Starts the server.
  ///
  /// - Parameters:
  ///   - endpoint: where to listen; port 0 picks a free one.
  ///   - registry: the proxies.
  ///   - version: the version that the API tells.
  ///   - token: what every call has to carry as `Authorization: Bearer`; `nil` for nothing.
  /// - Throws: ``MockServerError`` when the address cannot be listened on.
  package static func start(
    _ endpoint: Endpoint, _ registry: ProxyRegistry, version: String, token: String? = nil
  ) async throws(MockServerError) -> ProxyControlServer {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let responder: NIOLoopBound<any RequestResponder>
    do {
      responder = try await loop.submit {
        NIOLoopBound(
          ProxyControlService(registry, version: version, token: token, loop: loop)
            as any RequestResponder,
          eventLoop: loop)
      }.get()
    } catch {
      throw MockServerError(endpoint.host, endpoint.port, reason: "\(error)")
    }
    let listener = try await HTTPListener.listen(
      host: endpoint.host, port: endpoint.port, on: loop, bodyLimit: bodyLimit,
      responder: responder)
    return ProxyControlServer(listener)
  }

  /// The port that is listened on.
  package var port: Int { listener.port }

  /// Stops listening.
  package func stop() async { await listener.close() }
}
