package import ContractModel

/// The final response to a request; interim ones (1xx) and trailers are left out.
package struct HTTPExchangeResponse: Sendable, Hashable {
  /// The status code.
  package var status: Int
  /// The header fields in the order of arrival, one value for each header line.
  ///
  /// Lines whose names differ only in case are one field, named as the first was written.
  package var headers: [Field]
  /// The body without its transfer coding; a content coding such as `gzip` stays.
  package var body: [UInt8]
  /// How long the steps took.
  package var timings: Timings
  /// The IP address and port that answered, e.g. `127.0.0.1:8080`.
  package var effectiveAddress: String

  /// Creates a response.
  package init(
    status: Int, headers: [Field] = [], body: [UInt8] = [], timings: Timings = Timings(),
    effectiveAddress: String = ""
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.timings = timings
    self.effectiveAddress = effectiveAddress
  }
}
