import CCurl

/// An HTTP client over libcurl that sends requests exactly as they are written.
///
/// It adds no header field but `Host` and `Content-Length`, follows no redirect, asks for no
/// compression but undoes it, and never uses a proxy of the environment. Connections stay open
/// between calls. An object belongs to one thread and blocks it.
package final class HTTPClient {
  /// How an exchange ended.
  package typealias Outcome = Result<HTTPExchangeResponse, HTTPExchangeError>

  /// How often the client looks for an answer before it sleeps until there is one: on the same
  /// machine an answer comes sooner than a process that sleeps wakes up.
  private static let looksBeforeSleep = 40

  /// The longest time between two looks at `shouldStop`, in milliseconds.
  private static let longestWait: Int32 = 50

  private let configuration: HTTPClientConfiguration
  private let multi: UnsafeMutableRawPointer
  private var idle: [HTTPTransfer] = []
  private var running: [UnsafeMutableRawPointer: HTTPTransfer] = [:]
  private var isBusy = false

  /// Loads libcurl, so that the first client need not wait for it; it may be called on any thread.
  package static func prepare() { _ = CurlLibrary.isReady }

  /// Creates a client without connecting to anything.
  package init(
    configuration: HTTPClientConfiguration = HTTPClientConfiguration()
  ) throws(HTTPExchangeError) {
    guard CurlLibrary.isReady, let multi = ccurl_multi_init() else {
      throw HTTPExchangeError(.other, "libcurl cannot be initialised")
    }
    self.configuration = configuration
    self.multi = multi
    // Several addresses in turn (provider, states, messages) must not push each other out.
    _ = ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(configuration.parallel, 1) * 4)
  }

  deinit {
    idle.removeAll()
    ccurl_multi_cleanup(multi)
  }

  /// Sends a request and waits for how it ends.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - shouldStop: Asked at least every 100 ms; `true` ends the request as `cancelled`.
  package func perform(
    _ request: HTTPExchangeRequest, shouldStop: () -> Bool = { false }
  ) -> Outcome {
    var requests = [(id: 0, request: request)]
    var outcome: Outcome?
    performAll(
      next: { requests.popLast() }, completion: { outcome = $1 }, shouldStop: shouldStop)
    return outcome ?? .failure(.cancelled(endpoint: HTTPAddress.endpoint(of: request.url)))
  }

  /// Sends many requests, at most `configuration.parallel` at a time, and waits for all of them.
  ///
  /// The closures are called on this thread, and none of them may use the client.
  ///
  /// - Parameters:
  ///   - next: Gives another request and an identifier for it, or `nil` when there is none; it is
  ///     asked again after each completion, so that one exchange can lead to another, and at least
  ///     every 50 ms while requests run.
  ///   - completion: Called once for each request, in the order in which they end.
  ///   - shouldStop: Asked at least every 100 ms; with `true` no other request begins and those that
  ///     run end as `cancelled`.
  package func performAll(
    next: () -> (id: Int, request: HTTPExchangeRequest)?,
    completion: (Int, Outcome) -> Void,
    shouldStop: () -> Bool = { false }
  ) {
    guard !isBusy else { return refuseAll(next: next, completion: completion) }
    isBusy = true
    defer { isBusy = false }
    var mayHaveMore = true
    var looks = 0
    while true {
      while mayHaveMore, running.count < max(configuration.parallel, 1), !shouldStop() {
        guard let (id, request) = next() else {
          mayHaveMore = false
          break
        }
        if let error = start(request, id: id) { completion(id, .failure(error)) }
      }
      if shouldStop() { return abandon(completion) { .cancelled(endpoint: $0) } }
      if running.isEmpty, !mayHaveMore { return }
      var active: Int32 = 0
      var code = ccurl_multi_perform(multi, &active)
      if deliver(completion) {
        mayHaveMore = true
        looks = 0
      } else if code == CURLM_OK, looks < Self.looksBeforeSleep {
        looks += 1
      } else if code == CURLM_OK {
        code = ccurl_multi_poll(multi, nil, 0, Self.longestWait, nil)
        // What could not begin a moment ago may be due now.
        mayHaveMore = true
      }
      if code != CURLM_OK {
        abandon(completion) { HTTPExchangeError(code, endpoint: $0) }
        mayHaveMore = true
      }
    }
  }

  /// Begins an exchange, or tells why it cannot.
  private func start(_ request: HTTPExchangeRequest, id: Int) -> HTTPExchangeError? {
    guard let transfer = idle.popLast() ?? HTTPTransfer() else {
      return HTTPExchangeError(.other, "libcurl has no memory for another request")
    }
    do throws(HTTPExchangeError) {
      try transfer.prepare(request, id: id, configuration: configuration)
    } catch {
      idle.append(transfer)
      return error
    }
    let code = ccurl_multi_add_handle(multi, transfer.handle)
    guard code == CURLM_OK else { return HTTPExchangeError(code, endpoint: transfer.endpoint) }
    running[transfer.handle] = transfer
    return nil
  }

  /// Reports what has ended since the last call, and tells whether anything has.
  private func deliver(_ completion: (Int, Outcome) -> Void) -> Bool {
    var delivered = false
    var remaining: Int32 = 0
    while let message = ccurl_multi_info_read(multi, &remaining) {
      var code = CURLE_OK
      guard let handle = ccurl_finished(message, &code), let transfer = running[handle] else {
        continue
      }
      let outcome = transfer.outcome(code)
      release(transfer)
      completion(transfer.id, outcome)
      delivered = true
    }
    return delivered
  }

  /// Ends what runs, and reports it in the order of the identifiers.
  private func abandon(
    _ completion: (Int, Outcome) -> Void, with error: (_ endpoint: String) -> HTTPExchangeError
  ) {
    for transfer in running.values.sorted(by: { $0.id < $1.id }) {
      release(transfer)
      completion(transfer.id, .failure(error(transfer.endpoint)))
    }
  }

  private func release(_ transfer: HTTPTransfer) {
    running[transfer.handle] = nil
    ccurl_multi_remove_handle(multi, transfer.handle)
    idle.append(transfer)
  }

  /// Fails requests that come from within a closure of this client.
  private func refuseAll(
    next: () -> (id: Int, request: HTTPExchangeRequest)?, completion: (Int, Outcome) -> Void
  ) {
    while let (id, request) = next() {
      let endpoint = HTTPAddress.endpoint(of: request.url)
      let message = "the client is busy with the call that this request comes from"
      completion(id, .failure(HTTPExchangeError(.other, "\(endpoint): \(message)")))
    }
  }
}
