import MockEngine
import NIOCore

/// The services that requests go to, each with the connections to it.
///
/// All hosts were looked up when the mock started; what a name means later does not matter.
final class Forwarders {
  private let addresses: [String: SocketAddress]
  private let limits: ForwardLimits
  private let security: ForwardSecurity
  private let loop: any EventLoop
  private var all: [String: Forwarder] = [:]
  private var isStopped = false

  /// The most services that connections are kept to.
  private static let originLimit = 256

  /// - Parameter addresses: the addresses of hosts by their names in lower case; ports do not matter.
  init(
    at addresses: [String: SocketAddress], limits: ForwardLimits, security: ForwardSecurity,
    on loop: any EventLoop
  ) {
    self.addresses = addresses
    self.limits = limits
    self.security = security
    self.loop = loop
  }

  /// Passes a request on.
  ///
  /// - Returns: the answer; it fails with a ``ForwardFailure``.
  func forward(
    _ request: ForwardedRequest, to target: ForwardTarget
  ) -> EventLoopFuture<ForwardedResponse> {
    do throws(ForwardFailure) {
      return try forwarder(to: target).forward(request)
    } catch {
      return loop.makeFailedFuture(error)
    }
  }

  /// Closes the connections that are idle, and those that become so.
  func stop() {
    isStopped = true
    for forwarder in all.values { forwarder.stop() }
  }

  private func forwarder(to target: ForwardTarget) throws(ForwardFailure) -> Forwarder {
    if let known = all[target.origin] { return known }
    guard var address = addresses[target.host.lowercased()], !isStopped else {
      throw .unreachable("its host was not looked up when the mock started")
    }
    address.port = target.port
    if all.count >= Self.originLimit {
      for forwarder in all.values { forwarder.stop() }
      all = [:]
    }
    let forwarder = Forwarder(
      to: target, at: address, limits: limits, security: security, on: loop)
    all[target.origin] = forwarder
    return forwarder
  }
}
