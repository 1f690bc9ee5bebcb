public import ContractModel

extension ActualRequest {
  /// A request as a contract would write it, taken as one that came.
  public init(_ request: HTTPRequest) {
    self.init(
      method: request.method, path: request.path, query: request.query ?? [],
      headers: withContentType(request.headers, of: request.body),
      body: request.body.bytesOnWire(request.headers.header("content-type")))
  }
}

extension ActualResponse {
  /// A response as a contract would write it, taken as one that came.
  public init(_ response: HTTPResponse) {
    self.init(
      status: response.status, headers: withContentType(response.headers, of: response.body),
      body: response.body.bytesOnWire(response.headers.header("content-type")))
  }
}

extension ActualMessage {
  /// A message as a contract would write it, taken as one that came.
  public init(_ message: MessageContents) {
    self.init(
      contents: message.body.bytesOnWire(MessageMatcher.contentType(of: message.metadata)),
      contentType: message.body.contentType ?? MessageMatcher.contentType(of: message.metadata),
      metadata: message.metadata)
  }
}

extension Body {
  /// The bytes that an actual body has: there, `null` is a JSON value.
  fileprivate func bytesOnWire(_ contentType: String?) -> [UInt8]? {
    content == .null ? Array("null".utf8) : bytes(contentType: contentType)
  }
}

/// The headers, with the media type that the body itself names where they name none.
private func withContentType(_ headers: [Field], of body: Body) -> [Field] {
  guard let type = body.contentType, headers.header("content-type") == nil else { return headers }
  return headers + [Field("Content-Type", [type])]
}
