/// A request as it goes over the wire, without anything added but `Host` and `Content-Length`.
package struct HTTPExchangeRequest: Sendable, Hashable {
  /// The method as it is sent.
  package var method: String
  /// The address, `http` or `https`; path and query are sent exactly as they are written here.
  package var url: String
  /// The header lines in order, repeated names included.
  package var headers: [HTTPHeaderLine]
  /// The body, or `nil` for none; an empty one is announced by `Content-Length: 0`.
  ///
  /// `POST`, `PUT` and `PATCH` announce one in any case. With `HEAD` libcurl can send none.
  package var body: [UInt8]?
  /// How long the whole exchange may take, or `nil` for the client's `requestTimeout`.
  package var timeout: Duration?
  /// Whether a body with a `Content-Encoding` such as gzip is handed over as it came.
  package var keepsContentEncoding = false

  /// Creates a request.
  package init(
    method: String = "GET", url: String, headers: [HTTPHeaderLine] = [], body: [UInt8]? = nil,
    timeout: Duration? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
  }
}
