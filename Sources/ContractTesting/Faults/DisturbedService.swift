import FaultProxy

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A service that is reached through a proxy which disturbs the connections to it.
public final class DisturbedService: Sendable {
  /// The base URL of the service, through the proxy.
  public let url: URL
  /// The port that the proxy listens on.
  public let port: Int
  private let proxy: FaultProxy

  /// Starts a proxy.
  static func start(
    at url: URL, _ toxics: [Toxic], seed: UInt64
  ) async throws -> DisturbedService {
    guard let host = url.host(percentEncoded: false), !host.isEmpty,
      let port = url.port ?? ["http": 80, "https": 443][url.scheme ?? ""],
      let upstream = Endpoint(host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)")
    else {
      throw ContractTestingError(
        "'\(url.absoluteString)' has no host and port; expected e.g. http://127.0.0.1:8080")
    }
    let made = try Self.made(toxics)
    let proxy = try await FaultProxy.start(
      ProxyOptions(name: "test", listen: .anyPort, upstream: upstream, toxics: made), seed: seed)
    let listened = await proxy.options.listen
    var parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
    parts?.host = listened.host
    parts?.port = listened.port
    guard let proxied = parts?.url else {
      await proxy.stop()
      throw ContractTestingError("'\(url.absoluteString)' is no base URL")
    }
    return DisturbedService(proxied, listened.port, proxy)
  }

  private init(_ url: URL, _ port: Int, _ proxy: FaultProxy) {
    self.url = url
    self.port = port
    self.proxy = proxy
  }

  /// Replaces the toxics, on the connections that are open as well.
  ///
  /// - Throws: ``ContractTestingError`` for a value out of its limits; nothing changes then.
  public func setToxics(_ toxics: Toxic...) async throws {
    await proxy.setToxics(try Self.made(toxics))
  }

  /// Stops listening and closes every connection, as when the service is down.
  public func disable() async { await proxy.disable() }

  /// Listens again, on the same port.
  ///
  /// - Throws: why the port cannot be listened on.
  public func enable() async throws { try await proxy.enable() }

  /// How many connections were accepted so far.
  public var connectionCount: Int {
    get async { await proxy.counts.connections }
  }

  func stop() async { await proxy.stop() }

  private static func made(_ toxics: [Toxic]) throws -> [FaultModel.Toxic] {
    try toxics.enumerated().map { try $0.element.made($0.offset + 1) }
  }
}
