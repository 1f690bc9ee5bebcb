package import FaultModel
package import NIOCore

/// What a connection does after a request.
package enum Reply: Sendable {
  /// Sends a rendered response.
  case send(RenderedResponse)
  /// Sends a response as soon as there is one; requests that come meanwhile wait.
  case sendWhenReady(EventLoopFuture<RenderedResponse>)
  /// Does what a fault does with the connection; requests that come meanwhile wait.
  case wire([WireStep])
  /// Does what a fault does, as soon as there is an answer that it befalls.
  case wireWhenReady(EventLoopFuture<[WireStep]>)
}

/// A response as it goes over the wire.
package struct RenderedResponse: Sendable {
  /// Head and body.
  package var buffer: ByteBuffer
  /// How many of the bytes are the head, its empty line included.
  package var headLength: Int
}
