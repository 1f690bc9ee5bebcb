import NIOCore

/// Puts what encrypts before what speaks HTTP; it is used on the event loop of its server only.
protocol ConnectionSecurity: AnyObject {
  /// Meets the client of a connection that was accepted.
  ///
  /// - Parameters:
  ///   - number: the number of the connection.
  ///   - addHTTP: adds what speaks a version of HTTP, when it is known which one.
  func secure(
    _ channel: any Channel, number: Int,
    addHTTP: @escaping (any Channel, HTTPVersion) throws -> Void
  ) throws
}

/// A version of HTTP, as it is agreed on when a connection begins.
///
/// The first is the one that is liked best.
enum HTTPVersion: String, Sendable, CaseIterable {
  #if HTTP2
    case http2 = "h2"
  #endif
  case http1 = "http/1.1"
}
