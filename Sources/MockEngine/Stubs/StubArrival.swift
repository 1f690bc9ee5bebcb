package import StubMatching

/// A request that stubs are asked about; what is compared byte by byte needs no strings.
struct StubArrival {
  let head: RequestHead
  private let body: [UInt8]?
  private let scheme: String
  private let client: ClientAddress
  private var known: StubRequest?

  /// Takes a request.
  init(
    _ head: RequestHead, body: [UInt8]?, scheme: String, from client: ClientAddress
  ) {
    self.head = head
    self.body = body
    self.scheme = scheme
    self.client = client
  }

  /// Where path and query end.
  var targetEnd: Int { head.query.count == 0 ? head.path.end : head.query.end }

  /// Whether the request has a method, its case included.
  func hasMethod(_ method: [UInt8], _ bytes: Span<UInt8>) -> Bool {
    guard method.count == head.method.count else { return false }
    for at in 0..<method.count where bytes[head.method.start + at] != method[at] { return false }
    return true
  }

  /// The request as values.
  mutating func request(_ bytes: Span<UInt8>) -> StubRequest {
    if let known { return known }
    let request = StubRequest(head, bytes, body: body, scheme: scheme, from: client)
    known = request
    return request
  }
}

extension StubRequest {
  /// Takes a request as it came.
  package convenience init(
    _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?, scheme: String,
    from client: ClientAddress
  ) {
    let path = RequestBuilder.text(bytes, head.path)
    let query = head.query.count == 0 ? "" : "?" + RequestBuilder.text(bytes, head.query)
    self.init(
      method: RequestBuilder.text(bytes, head.method), target: path + query,
      headers: head.lines.map {
        (RequestBuilder.text(bytes, $0.name), RequestBuilder.text(bytes, $0.value))
      }, body: body, scheme: scheme, clientAddress: client.description)
  }
}
