import MockEngine
import NIOCore
import NIOPosix

extension ForwardTarget {
  /// Looks the host up.
  func resolve(for option: String = "--forward") async throws(ForwardError) -> SocketAddress {
    try await Self.address(of: host, port: port, for: option)
  }

  /// Looks a host up.
  static func address(
    of host: String, port: Int, for option: String
  ) async throws(ForwardError) -> SocketAddress {
    do {
      return try await NIOThreadPool.singleton.runIfActive {
        try SocketAddress.makeAddressResolvingHost(host, port: port)
      }
    } catch {
      throw ForwardError("the host '\(host)' of \(option) cannot be found")
    }
  }
}
