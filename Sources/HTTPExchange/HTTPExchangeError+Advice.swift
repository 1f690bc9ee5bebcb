import CCurl

extension HTTPExchangeError {
  /// What a person can do about a result of libcurl, or `nil` where it speaks for itself.
  ///
  /// - Parameters:
  ///   - detail: what libcurl says of it.
  ///   - isSecure: whether the address was one of `https`.
  ///   - isConnected: whether a connection was made, or time was lost before.
  static func advice(
    _ code: CURLcode, detail: String, isSecure: Bool, isConnected: Bool
  ) -> String? {
    switch code {
    case CURLE_COULDNT_CONNECT:
      "is the provider running, and is this its host and port?"
    case CURLE_COULDNT_RESOLVE_HOST:
      "is the host spelled right?"
    case CURLE_COULDNT_RESOLVE_PROXY:
      "is the host of --proxy spelled right?"
    case CURLE_OPERATION_TIMEDOUT where isConnected:
      "a longer --request-timeout waits longer"
    case CURLE_OPERATION_TIMEDOUT:
      "nothing answered: is this its host and port? A longer --connect-timeout waits longer"
    case CURLE_PEER_FAILED_VERIFICATION:
      certificateAdvice(detail)
    case CURLE_RECV_ERROR where asksForCertificate(detail),
      CURLE_SSL_CONNECT_ERROR where asksForCertificate(detail):
      "the server wants a certificate of the client: see --client-certificate and --client-key"
    case CURLE_SSL_CONNECT_ERROR where speaksNoTLS(detail):
      "the server speaks no TLS: use http:// instead of https://"
    case CURLE_SSL_CONNECT_ERROR
    where detail.contains("protocol version") || detail.contains("unsupported protocol"):
      "the server has no version of TLS that --tls-min admits"
    case CURLE_GOT_NOTHING where !isSecure:
      "the server closed the connection: did it crash, or does it speak TLS (https://)?"
    case CURLE_UNSUPPORTED_PROTOCOL where !isSecure, CURLE_WEIRD_SERVER_REPLY where !isSecure:
      "what came is not HTTP: if the server speaks TLS, use https:// instead of http://"
    case CURLE_BAD_CONTENT_ENCODING:
      "the body is not in the encoding that the Content-Encoding of the answer says"
    default: nil
    }
  }

  /// What can be done about a certificate that is refused, in the words of the same libraries.
  private static func certificateAdvice(_ detail: String) -> String {
    let detail = detail.lowercased()
    if detail.contains("expired") {
      return "it has to be renewed; --insecure takes any certificate"
    }
    if detail.contains("not yet valid") || detail.contains("not yet activated") {
      return "is the clock of this machine right? --insecure takes any certificate"
    }
    if detail.contains("subject name") || detail.contains("does not match") {
      return "the certificate is for another host: ask by its name, or take any certificate with"
        + " --insecure"
    }
    return "trust its authority with --ca-file, or take any certificate with --insecure"
  }

  /// Whether the server ended the handshake for want of a certificate.
  private static func asksForCertificate(_ detail: String) -> Bool {
    ["certificate required", "certificate_required"].contains { detail.contains($0) }
  }

  /// Whether a server answered a TLS handshake with something else, in the words of OpenSSL, of
  /// GnuTLS and of Apple's library.
  private static func speaksNoTLS(_ detail: String) -> Bool {
    let detail = detail.lowercased()
    return [
      "wrong version number", "unexpected tls packet", "unknown protocol", "packet length too long",
      "illegal", "http request",
    ].contains { detail.contains($0) }
  }
}
