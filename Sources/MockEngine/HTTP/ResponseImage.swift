import ContractMatching
package import ContractModel
package import FaultModel

/// A response as it goes over the wire, rendered once.
package struct ResponseImage: Sendable {
  /// Head and body.
  package var bytes: [UInt8]
  /// How many of the bytes are the head, its empty line included.
  package var headLength: Int

  /// Renders a contract's response.
  ///
  /// - Parameters:
  ///   - extra: header fields that are added where the response has none of that name, e.g. for CORS.
  ///   - isHead: whether it answers HEAD, where the contract may say how long the body would be.
  package init(
    _ response: HTTPResponse, adding extra: [(String, String)] = [], isHead: Bool = false
  ) {
    var fields = response.headers.flatMap { field in field.values.map { (field.name, $0) } }
    let body = response.body.bytes(contentType: response.headers.header("content-type"))
    if let type = response.body.contentType ?? Self.defaultType(response.body),
      response.headers.header("content-type") == nil
    {
      fields.append(("Content-Type", type))
    }
    let length = isHead ? response.headers.header("content-length").flatMap { Int($0) } : nil
    self.init(
      status: response.status, fields: Self.add(extra, to: fields), body: body ?? [],
      length: length)
  }

  private static func add(
    _ extra: [(String, String)], to fields: [(String, String)]
  ) -> [(String, String)] {
    guard !extra.isEmpty else { return fields }
    let names = Set(fields.map { $0.0.lowercased() })
    return fields + extra.filter { !names.contains($0.0.lowercased()) }
  }

  /// Renders a fault's response.
  package init(_ response: FaultResponse, adding extra: [(String, String)] = []) {
    self.init(
      status: response.status,
      fields: Self.add(extra, to: response.headers.map { ($0.name, $0.value) }),
      body: response.body)
  }

  /// Renders a JSON answer of the server's own.
  package init(status: Int, json: [UInt8], adding extra: [(String, String)] = []) {
    self.init(
      status: status, fields: [("Content-Type", "application/json")] + extra, body: json)
  }

  /// Renders a response; fields that speak of the framing are left out and written anew.
  ///
  /// - Parameters:
  ///   - length: what Content-Length says, if not the length of the body.
  ///   - reason: the reason phrase, if not the usual one.
  package init(
    status: Int, fields: [(String, String)], body: [UInt8], length: Int? = nil,
    reason: String? = nil
  ) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 + fields.count * 40 + body.count)
    bytes += "HTTP/1.1 \(status) \(reason ?? Self.reason(status))\r\n".utf8
    for (name, value) in fields where !Self.isFraming(name) {
      bytes += name.utf8
      bytes += ": ".utf8
      bytes += value.utf8
      bytes += "\r\n".utf8
    }
    let hasBody = status >= 200 && status != 204 && status != 304
    if hasBody { bytes += "Content-Length: \(length ?? body.count)\r\n".utf8 }
    bytes += "\r\n".utf8
    headLength = bytes.count
    if hasBody { bytes += body }
    self.bytes = bytes
  }

  private static func defaultType(_ body: Body) -> String? {
    switch body.content {
    case .json: "application/json"
    case .text: "text/plain; charset=utf-8"
    case .binary: "application/octet-stream"
    case .missing, .null, .empty: nil
    }
  }

  private static func isFraming(_ name: String) -> Bool {
    ["content-length", "transfer-encoding", "connection", "keep-alive"]
      .contains { name.equalsIgnoringCase($0) }
  }

  /// The same head with `Connection: close`.
  package static let closeLine: [UInt8] = Array("Connection: close\r\n".utf8)

  /// The reason phrase of a status; any other gets none, which is allowed.
  package static func reason(_ status: Int) -> String {
    switch status {
    case 100: "Continue"
    case 101: "Switching Protocols"
    case 200: "OK"
    case 201: "Created"
    case 202: "Accepted"
    case 203: "Non-Authoritative Information"
    case 204: "No Content"
    case 205: "Reset Content"
    case 206: "Partial Content"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 303: "See Other"
    case 304: "Not Modified"
    case 307: "Temporary Redirect"
    case 308: "Permanent Redirect"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 402: "Payment Required"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 406: "Not Acceptable"
    case 408: "Request Timeout"
    case 409: "Conflict"
    case 410: "Gone"
    case 411: "Length Required"
    case 412: "Precondition Failed"
    case 413: "Content Too Large"
    case 415: "Unsupported Media Type"
    case 417: "Expectation Failed"
    case 422: "Unprocessable Content"
    case 428: "Precondition Required"
    case 429: "Too Many Requests"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    case 505: "HTTP Version Not Supported"
    default: ""
    }
  }
}
