import CCurl

/// Sets the options of an easy handle and remembers the first that libcurl refused.
struct HTTPTransferOptions {
  /// The easy handle.
  let handle: UnsafeMutableRawPointer
  /// The first refusal, or `CURLE_OK`.
  private(set) var failure = CURLE_OK

  /// Creates the options of a handle.
  init(handle: UnsafeMutableRawPointer) {
    self.handle = handle
  }

  /// Leads what arrives, and what goes wrong, to the transfer.
  mutating func receive(into transfer: HTTPTransfer) {
    let context = Unmanaged.passUnretained(transfer).toOpaque()
    note(ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, transfer.errorText))
    note(ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context))
    note(ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context))
    note(
      ccurl_set_callback(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
        HTTPTransfer.take(bytes, size * count, context) { $0.receive(headerLine: $1) }
      })
    note(
      ccurl_set_callback(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
        HTTPTransfer.take(bytes, size * count, context) { $0.receive(body: $1) }
      })
  }

  /// Says where to, and past any proxy unless one is wanted there.
  ///
  /// The request target is given by itself, so that libcurl changes nothing in it; over a proxy it
  /// is the whole address, but for TLS, which goes through the proxy in a tunnel.
  mutating func connect(to address: HTTPAddress, by configuration: HTTPClientConfiguration) {
    note(ccurl_allow_only_http(handle))
    set(CURLOPT_HTTP_VERSION, configuration.connection.version.curlValue)
    set(CURLOPT_HTTP09_ALLOWED, 0)
    set(CURLOPT_PATH_AS_IS, 1)
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    if configuration.connection.usesEnvironmentProxies {
      // Which proxy applies is libcurl's to find out, and so how the target is written.
      return set(CURLOPT_URL, address.url)
    }
    set(CURLOPT_URL, address.origin + "/")
    if let proxy = configuration.connection.proxy, proxy.isUsed(for: address.host) {
      set(CURLOPT_PROXY, proxy.url)
      // Where libcurl reads the exceptions of the environment, an empty list overrides them.
      set(CURLOPT_NOPROXY, "")
      let whole = "http://\(address.endpointAsWritten)\(address.target)"
      set(CURLOPT_REQUEST_TARGET, address.isSecure ? address.target : whole)
    } else {
      set(CURLOPT_REQUEST_TARGET, address.target)
      set(CURLOPT_NOPROXY, "*")
    }
  }

  /// Sets the time limits, none of which uses signals.
  mutating func limit(to timeout: Duration, by configuration: HTTPClientConfiguration) {
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_TIMEOUT_MS, Self.milliseconds(timeout))
    set(CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(configuration.connectTimeout))
    note(ccurl_detach_resolver(handle))
  }

  /// Sets the method, the header and the body.
  mutating func send(
    _ request: HTTPExchangeRequest, _ headerList: UnsafeMutablePointer<curl_slist>?
  ) {
    note(ccurl_set_list(handle, CURLOPT_HTTPHEADER, headerList))
    // Only the decoding: the field Accept-Encoding is the caller's alone.
    if !request.keepsContentEncoding { set(CURLOPT_ACCEPT_ENCODING, "") }
    if request.method == "HEAD" { set(CURLOPT_NOBODY, 1) }
    if let body = request.announcedBody { send(body) }
    if request.method != "GET" || request.announcedBody != nil {
      set(CURLOPT_CUSTOMREQUEST, request.method)
    }
  }

  /// Changes what differs from the request before in a handle that is prepared.
  mutating func change(target: String, _ headerList: UnsafeMutablePointer<curl_slist>?) {
    set(CURLOPT_REQUEST_TARGET, target)
    note(ccurl_set_list(handle, CURLOPT_HTTPHEADER, headerList))
  }

  /// Sets what is trusted and what is shown over TLS.
  mutating func secure(by configuration: HTTPClientConfiguration) {
    set(CURLOPT_SSLVERSION, configuration.connection.leastTLS.curlValue)
    if let file = configuration.caFile { set(CURLOPT_CAINFO, file) }
    if let file = configuration.clientCertificate { set(CURLOPT_SSLCERT, file) }
    if let file = configuration.clientKey { set(CURLOPT_SSLKEY, file) }
    if configuration.insecure {
      set(CURLOPT_SSL_VERIFYPEER, 0)
      set(CURLOPT_SSL_VERIFYHOST, 0)
    }
  }

  private mutating func send(_ body: [UInt8]) {
    note(ccurl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
    if body.isEmpty {
      set(CURLOPT_COPYPOSTFIELDS, "")
    } else {
      let code = body.withUnsafeBytes { bytes in
        ccurl_set_pointer(
          handle, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
      }
      note(code)
    }
  }

  private mutating func set(_ option: CURLoption, _ value: Int) {
    note(ccurl_set_long(handle, option, value))
  }

  private mutating func set(_ option: CURLoption, _ value: String) {
    note(ccurl_set_string(handle, option, value))
  }

  private mutating func note(_ code: CURLcode) {
    if failure == CURLE_OK { failure = code }
  }
}
