import FaultProxy
import MockEngine
import MockServer
import NIOCore

/// Answers Toxiproxy's API.
final class ProxyControlService: RequestResponder {
  private let registry: ProxyRegistry
  private let version: String
  private let loop: any EventLoop

  init(_ registry: ProxyRegistry, version: String, loop: any EventLoop) {
    self.registry = registry
    self.version = version
    self.loop = loop
  }

  func respond(_ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?) -> Reply {
    var agent = ""
    for line in head.lines
    where RequestBuilder.text(bytes, line.name).lowercased() == "user-agent" {
      agent = RequestBuilder.text(bytes, line.value)
    }
    // A page in a browser must not be able to open proxies into the network of its reader.
    if agent.hasPrefix("Mozilla/") {
      return .send(APIReply.error(403, "User agent not allowed"))
    }
    let call = ProxyCall(
      method: RequestBuilder.text(bytes, head.method), path: RequestBuilder.text(bytes, head.path),
      body: body ?? [], version: version)
    let registry = registry
    return .sendWhenReady(loop.makeFutureWithTask { await call.answer(registry) })
  }
}
