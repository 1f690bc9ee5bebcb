package import NIOCore

/// What a connection does after a request.
package enum Reply: Sendable {
  /// Sends a rendered response.
  case send(RenderedResponse)
  /// Sends a rendered response after a time; requests that come meanwhile wait.
  case sendLate(RenderedResponse, after: Duration)
  /// Sends a response as soon as there is one; requests that come meanwhile wait.
  case sendWhenReady(EventLoopFuture<RenderedResponse>)
  /// Sends the head and this many bytes of the body, then ends the connection.
  case cut(RenderedResponse, bytes: Int)
  /// Ends the connection without a byte.
  case close
  /// Resets the connection without a byte.
  case reset
}

/// A response as it goes over the wire.
package struct RenderedResponse: Sendable {
  /// Head and body.
  package var buffer: ByteBuffer
  /// How many of the bytes are the head, its empty line included.
  package var headLength: Int
}
