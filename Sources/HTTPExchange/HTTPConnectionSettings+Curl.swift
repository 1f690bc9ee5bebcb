import CCurl

extension HTTPConnectionSettings.Version {
  /// The number that libcurl has for the version.
  var curlValue: Int {
    switch self {
    case .http1: Int(CURL_HTTP_VERSION_1_1)
    case .http2: Int(CURL_HTTP_VERSION_2TLS)
    case .http2PriorKnowledge: Int(CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE)
    }
  }
}

extension HTTPConnectionSettings.TLSVersion {
  /// The number that libcurl has for the version as the least one.
  var curlValue: Int {
    switch self {
    case .tls12: Int(CURL_SSLVERSION_TLSv1_2)
    case .tls13: Int(CURL_SSLVERSION_TLSv1_3)
    }
  }
}
