import CCurl

extension HTTPExchangeError {
  /// An error that libcurl reports.
  ///
  /// - Parameters:
  ///   - code: The result of the transfer.
  ///   - detail: What libcurl left in the error buffer; it may be empty.
  ///   - endpoint: The address that was called, as `host:port`.
  init(_ code: CURLcode, detail: String, endpoint: String) {
    let reason = String(cString: ccurl_easy_strerror(code))
    let parts = [endpoint, reason, Self.trim(detail, of: reason)]
    self.init(Kind(code), parts.filter { !$0.isEmpty }.joined(separator: ": "))
  }

  /// An error of the multi handle, which concerns every request that runs on it.
  init(_ code: CURLMcode, endpoint: String) {
    self.init(.other, "\(endpoint): \(String(cString: ccurl_multi_strerror(code)))")
  }

  /// A request that its caller stopped.
  static func cancelled(endpoint: String) -> Self {
    Self(.cancelled, "\(endpoint): the request was cancelled")
  }

  /// The detail without the line break and the repeated reason at its end.
  private static func trim(_ detail: String, of reason: String) -> String {
    var detail = Substring(detail)
    while let last = detail.last, last.isWhitespace { detail.removeLast() }
    if detail.hasSuffix(reason) { detail.removeLast(reason.count) }
    while let last = detail.last, last == ":" || last.isWhitespace { detail.removeLast() }
    return String(detail)
  }
}
