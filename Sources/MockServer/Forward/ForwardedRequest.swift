import ContractModel
import MockEngine
import NIOCore
import NIOHTTP1
import StubModel

/// A request as it goes to the provider.
struct ForwardedRequest: Sendable {
  let head: HTTPRequestHead
  let body: [UInt8]?

  /// Fields that speak of one connection and not of the message (RFC 9110, 7.6.1), and those that speak
  /// to the mock.
  private static let own: Set<String> = [
    "connection", "keep-alive", "proxy-connection", "proxy-authenticate", "proxy-authorization",
    "te", "trailer", "transfer-encoding", "upgrade", "expect", "content-length", "host",
    "x-counterpart-fault", "x-counterpart-state", "x-counterpart-session",
  ]

  /// Takes a request as it came.
  ///
  /// - Parameters:
  ///   - head: the request's head, which points into `bytes`.
  ///   - body: the body, or `nil` when there is none.
  ///   - target: where it goes.
  ///   - name: the name by which the mock tells that it passed the request on.
  ///   - proxy: what a stub changes about it.
  ///   - plain: whether the answer must not be compressed.
  init(
    _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?, to target: ForwardTarget,
    via name: String, changing proxy: StubProxy? = nil, plain: Bool = false
  ) {
    func text(_ slice: RequestHead.Slice) -> String { RequestBuilder.text(bytes, slice) }
    let lines = head.lines.map { (name: text($0.name), value: text($0.value)) }
    var dropped = Self.own.union(
      lines.filter { $0.name.lowercased() == "connection" }.flatMap { line in
        line.value.lowercased().split(separator: ",").map { $0.filter { $0 != " " } }
      })
    if plain { dropped.insert("accept-encoding") }
    if let proxy {
      dropped.formUnion(proxy.removedHeaders)
      dropped.formUnion(proxy.addedHeaders.map { $0.name.lowercased() })
    }
    var headers = HTTPHeaders([("Host", target.authority)])
    for line in lines where !dropped.contains(line.name.lowercased()) {
      headers.add(name: line.name, value: line.value)
    }
    for field in proxy?.addedHeaders ?? [] where !Self.own.contains(field.name.lowercased()) {
      for value in field.values { headers.add(name: field.name, value: value) }
    }
    headers.add(name: "Via", value: "1.1 \(name)")
    let method = HTTPMethod(rawValue: text(head.method))
    if let body {
      headers.add(name: "Content-Length", value: "\(body.count)")
    } else if method == .POST || method == .PUT || method == .PATCH {
      headers.add(name: "Content-Length", value: "0")
    }
    let query = head.query.count == 0 ? "" : "?" + text(head.query)
    var path = text(head.path)
    if let prefix = proxy?.prefixToRemove, path.hasPrefix(prefix) {
      path = String(path.dropFirst(prefix.count))
      if !path.hasPrefix("/") { path = "/" + path }
    }
    let uri = path == "*" ? path : target.basePath + path + query
    self.head = HTTPRequestHead(version: .http1_1, method: method, uri: uri, headers: headers)
    self.body = body
  }

  /// Takes the request of a webhook.
  init(_ call: StubWebhookPlan.Call) {
    var headers = HTTPHeaders([("Host", call.target.authority)])
    for field in call.headers where !Self.own.contains(field.name.lowercased()) {
      for value in field.values { headers.add(name: field.name, value: value) }
    }
    let method = HTTPMethod(rawValue: call.method)
    let hasBody = !call.body.isEmpty || method == .POST || method == .PUT || method == .PATCH
    if hasBody { headers.add(name: "Content-Length", value: "\(call.body.count)") }
    let path = call.target.basePath.isEmpty ? "/" : call.target.basePath
    head = HTTPRequestHead(
      version: .http1_1, method: method, uri: path + (call.query.map { "?\($0)" } ?? ""),
      headers: headers)
    body = call.body.isEmpty ? nil : call.body
  }

  /// Whether asking twice does no more than asking once, so that it may be sent on a connection that
  /// the provider may be about to close.
  var isIdempotent: Bool {
    switch head.method {
    case .GET, .HEAD, .PUT, .DELETE, .OPTIONS, .TRACE: true
    default: false
    }
  }

  /// Whether a request came from the mock of this name, perhaps by way of others.
  static func isLoop(_ head: RequestHead, _ bytes: Span<UInt8>, via name: String) -> Bool {
    head.lines.contains { line in
      guard RequestHeadParser.equals(bytes, line.name, "via") else { return false }
      return RequestBuilder.text(bytes, line.value).split(separator: ",").contains { hop in
        hop.split(separator: " ").last.map { $0 == name } ?? false
      }
    }
  }
}
