import CCurl

/// The state of libcurl that the whole process shares.
enum CurlLibrary {
  /// Whether libcurl could be initialised, which is tried once in a process.
  static let isReady: Bool = ccurl_global_init() == CURLE_OK
}
