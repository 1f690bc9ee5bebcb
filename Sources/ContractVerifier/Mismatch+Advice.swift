import ContractModel
import HTTPExchange

extension Mismatch {
  /// The mismatch with what the answer tells of its cause: a redirect, or a wrong scheme.
  func advised(by response: HTTPExchangeResponse, _ url: String) -> Mismatch {
    var mismatch = self
    if kind == .body, path == "$", message.contains("is not JSON") {
      mismatch.message += Self.charsetAdvice(response) ?? ""
    }
    guard kind == .status else { return mismatch }
    if (300..<400).contains(response.status),
      let target = response.headers.header("location")
    {
      mismatch.message +=
        ": a redirect to '\(HTTPAddress.withoutCredentials(target))', and redirects are not followed"
    } else if response.status == 400, Self.asksForTLS(response), url.hasPrefix("http:") {
      mismatch.message += ": the server speaks TLS: use https:// instead of http://"
    }
    return mismatch
  }

  /// What the character set has to do with a body that cannot be read, or `nil` for nothing.
  private static func charsetAdvice(_ response: HTTPExchangeResponse) -> String? {
    let type = response.headers.header("content-type").map { MediaType($0) }
    let charset = type?.parameters.first { $0.name == "charset" }?.value
    if let charset, charset.lowercased() != "utf-8" {
      return ": its Content-Type says charset=\(charset), which is unknown or not what it is in"
    }
    if String(validating: response.body, as: UTF8.self) != nil { return nil }
    return charset == nil
      ? ": it is not UTF-8, and its Content-Type names no other charset"
      : ": it is not UTF-8, though its Content-Type says so"
  }

  /// Whether the answer is that of a TLS server to a request without TLS, in the words of nginx,
  /// Apache, Go and others.
  private static func asksForTLS(_ response: HTTPExchangeResponse) -> Bool {
    let text = String(decoding: response.body.prefix(2_000), as: UTF8.self).lowercased()
    return [
      "plain http request was sent to https port", "speaking plain http to an ssl-enabled",
      "http request to an https server", "combination of host and port requires tls",
    ].contains { text.contains($0) }
  }
}
