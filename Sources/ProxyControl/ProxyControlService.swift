import FaultProxy
import MockEngine
import MockServer
import NIOCore

/// Answers Toxiproxy's API.
final class ProxyControlService: RequestResponder {
  private let registry: ProxyRegistry
  private let version: String
  private let token: [UInt8]?
  private let loop: any EventLoop

  init(_ registry: ProxyRegistry, version: String, token: String?, loop: any EventLoop) {
    self.registry = registry
    self.version = version
    self.token = token.map { Array("Bearer \($0)".utf8) }
    self.loop = loop
  }

  func respond(
    _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?, from source: RequestSource
  ) -> Reply {
    // A page in a browser must not be able to open proxies into the network of its reader.
    if Self.field("user-agent", head, bytes).hasPrefix("Mozilla/") {
      return .send(APIReply.error(403, "User agent not allowed"))
    }
    if let token, !Self.equal(Array(Self.field("authorization", head, bytes).utf8), token) {
      return .send(APIReply.unauthorized)
    }
    let call = ProxyCall(
      method: RequestBuilder.text(bytes, head.method), path: RequestBuilder.text(bytes, head.path),
      body: body ?? [], version: version)
    let registry = registry
    return .sendWhenReady(loop.makeFutureWithTask { await call.answer(registry) })
  }

  private static func field(
    _ name: StaticString, _ head: RequestHead, _ bytes: Span<UInt8>
  ) -> String {
    let line = head.lines.last { RequestHeadParser.equals(bytes, $0.name, name) }
    return line.map { RequestBuilder.text(bytes, $0.value) } ?? ""
  }

  /// Compares every byte, so that the time tells nothing of where they differ.
  private static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | $1.0 ^ $1.1 } == 0
  }
}
