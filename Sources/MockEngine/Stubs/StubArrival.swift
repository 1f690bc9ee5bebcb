package import StubMatching

/// A request that stubs are asked about; what is compared byte by byte needs no strings.
struct StubArrival {
  let head: RequestHead
  private let body: [UInt8]?
  private let scheme: String
  private let client: ClientAddress
  /// The request as values, if anybody needed it.
  private(set) var known: StubRequest?

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

  /// Up to eight bytes as a number, 0 when there are more.
  static func word(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    guard end - start <= 8 else { return 0 }
    var word: UInt64 = 0
    for at in start..<end { word = word << 8 | UInt64(bytes[at]) }
    return word
  }

  /// Whether the request has the method of a stub, its case included.
  func hasMethod(of stub: CompiledStub, _ bytes: Span<UInt8>) -> Bool {
    if stub.methodWord != 0 {
      return stub.methodWord == Self.word(bytes, head.method.start, head.method.end)
    }
    return stub.method.map { hasMethod($0, bytes) } ?? true
  }

  private func hasMethod(_ method: [UInt8], _ bytes: Span<UInt8>) -> Bool {
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
