package import MockEngine

/// Answers the requests of connections; it is called on the event loop of its server only.
package protocol RequestResponder: AnyObject {
  /// Answers one request.
  ///
  /// - Parameters:
  ///   - head: the request's head, which points into `bytes`.
  ///   - body: the body, or `nil` when there is none.
  ///   - source: the connection that the request came on, and its peer.
  func respond(
    _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?, from source: RequestSource
  ) -> Reply

  /// Whether the body of a request that waits for `100 Continue` is not asked for.
  func withholdsContinue(_ head: RequestHead, _ bytes: Span<UInt8>) -> Bool

  /// Whether the body of a request is not taken, so that it is never answered; it counts all the same.
  func stallsBody(
    _ head: RequestHead, _ bytes: Span<UInt8>, from source: RequestSource
  ) -> Bool
}

extension RequestResponder {
  package func withholdsContinue(_ head: RequestHead, _ bytes: Span<UInt8>) -> Bool { false }

  package func stallsBody(
    _ head: RequestHead, _ bytes: Span<UInt8>, from source: RequestSource
  ) -> Bool { false }
}
