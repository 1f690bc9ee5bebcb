import CCurl

/// An easy handle of libcurl with the request that it sends and the response that it receives.
///
/// libcurl holds the address of the object while the transfer runs: the client keeps it alive.
final class HTTPTransfer {
  /// The easy handle.
  let handle: UnsafeMutableRawPointer
  /// The caller's identifier of the request.
  private(set) var id = 0
  /// Host and port of the request, for messages.
  private(set) var endpoint = ""
  /// Whether the address is one of `https`.
  private var isSecure = false
  /// What was received so far.
  var receiver = HTTPResponseReceiver()
  /// Where libcurl writes what went wrong.
  let errorText: UnsafeMutablePointer<CChar>
  /// What the handle was prepared for, when it was for a request without a body.
  private var preparation: Preparation?
  /// The header lines, which libcurl reads while the transfer runs.
  private var headerList: UnsafeMutablePointer<curl_slist>?
  /// What the lines were made from.
  private var header: [HTTPHeaderLine]?

  /// Creates a handle, or `nil` when libcurl cannot.
  init?() {
    guard let handle = ccurl_easy_init() else { return nil }
    self.handle = handle
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  deinit {
    ccurl_easy_cleanup(handle)
    ccurl_slist_free_all(headerList)
    errorText.deallocate()
  }

  /// Forgets the last request and prepares another one.
  ///
  /// - Parameter configuration: the client's, the same for all requests of a handle.
  func prepare(
    _ request: HTTPExchangeRequest, id: Int, configuration: HTTPClientConfiguration
  ) throws(HTTPExchangeError) {
    let address = try HTTPAddress(request.url)
    try request.check(for: address)
    let preparation = Preparation(request, address, configuration)
    let isPrepared = preparation != nil && preparation == self.preparation
    self.preparation = nil
    if !isPrepared { ccurl_easy_reset(handle) }
    self.id = id
    endpoint = address.endpoint
    isSecure = address.isSecure
    errorText.pointee = 0
    receiver.reset(maximumBodySize: configuration.maximumBodySize)
    if !isPrepared || header != request.headers { try setHeader(of: request) }
    var options = HTTPTransferOptions(handle: handle)
    if isPrepared {
      options.change(target: address.target, headerList)
    } else {
      options.receive(into: self)
      options.connect(to: address, by: configuration)
      options.limit(to: request.timeout ?? configuration.requestTimeout, by: configuration)
      options.send(request, headerList)
      if address.isSecure { options.secure(by: configuration) }
    }
    if options.failure != CURLE_OK { throw failure(options.failure) }
    self.preparation = preparation
  }

  private func setHeader(of request: HTTPExchangeRequest) throws(HTTPExchangeError) {
    let old = headerList
    headerList = nil
    header = nil
    // The handle still names the old list, but reads none before it is told of the new one.
    ccurl_slist_free_all(old)
    for line in HTTPTransferOptions.headerLines(of: request) {
      guard let longer = ccurl_slist_append(headerList, line) else {
        throw failure(CURLE_OUT_OF_MEMORY)
      }
      headerList = longer
    }
    header = request.headers
  }

  /// All that decides the options of a handle but target and header of the request.
  private struct Preparation: Equatable {
    let method: String
    let origin: String
    let timeout: Duration?
    let keepsContentEncoding: Bool

    /// - Returns: `nil` for requests whose options are set each time: with a body, or over a proxy.
    init?(
      _ request: HTTPExchangeRequest, _ address: HTTPAddress,
      _ configuration: HTTPClientConfiguration
    ) {
      let connection = configuration.connection
      guard request.announcedBody == nil, !connection.usesEnvironmentProxies,
        connection.proxy == nil
      else { return nil }
      method = request.method
      origin = address.origin
      timeout = request.timeout
      keepsContentEncoding = request.keepsContentEncoding
    }
  }

  /// The response, or the error that the result of the transfer means.
  func outcome(_ code: CURLcode) -> Result<HTTPExchangeResponse, HTTPExchangeError> {
    if let excess = receiver.excess {
      return .failure(HTTPExchangeError(.tooLarge, "\(endpoint): \(excess)"))
    }
    guard code == CURLE_OK else { return .failure(failure(code)) }
    let information = HTTPTransferInformation(handle: handle)
    return .success(
      HTTPExchangeResponse(
        status: information.status, headers: receiver.head.fields, body: receiver.takeBody(),
        timings: information.timings, effectiveAddress: information.address))
  }

  private func failure(_ code: CURLcode) -> HTTPExchangeError {
    let detail = String(cString: errorText)
    var error = HTTPExchangeError(code, detail: detail, endpoint: endpoint)
    let isConnected = HTTPTransferInformation(handle: handle).isConnected
    if let advice = HTTPExchangeError.advice(
      code, detail: detail, isSecure: isSecure, isConnected: isConnected)
    {
      error.message += " (\(advice))"
    }
    return error
  }
}
