import ContractMatching
import ContractModel
import HTTPExchange

/// The request that an interaction makes of the provider.
struct RequestPlan: Sendable {
  let method: String
  let url: String
  private(set) var headers: [VerifierConfiguration.Header]
  let body: [UInt8]?
  /// Whether a compressed answer is compared as it comes.
  var keepsContentEncoding = false
  /// The names of the headers whose values reports do not show, in lower case.
  let hidden: Set<String>

  /// - Parameter base: the provider's URL, with or without a slash at its end.
  init(_ request: HTTPRequest, base: String, adding extra: [VerifierConfiguration.Header]) {
    method = request.method.uppercased()
    let path = PercentCoding.encode(request.path, allowing: "/%:@!$&'()*+,;=")
    let query = PercentCoding.query(request.query ?? [])
    let trimmed = base.hasSuffix("/") ? String(base.dropLast()) : base
    url = trimmed + (path.hasPrefix("/") ? path : "/" + path) + (query.isEmpty ? "" : "?" + query)
    let hidden = Set(extra.map { $0.name.lowercased() })
    self.hidden = hidden
    var headers = request.headers.filter { !hidden.contains($0.name.lowercased()) }.flatMap {
      field in
      field.values.map { VerifierConfiguration.Header(field.name, $0) }
    }
    if let type = Self.contentType(of: request), !hidden.contains("content-type") {
      headers.append(.init("Content-Type", type))
    }
    self.headers = headers + extra
    body = request.body.bytes(contentType: request.headers.header("content-type"))
  }

  /// A request with a JSON body, for states and messages.
  init(posting body: [UInt8], to url: String, headers: [VerifierConfiguration.Header] = []) {
    method = "POST"
    self.url = url
    self.headers = headers + [.init("Content-Type", "application/json")]
    self.body = body
    hidden = Set(headers.map { $0.name.lowercased() })
  }

  /// A request without a body, for states in a query.
  init(postingTo url: String) {
    method = "POST"
    self.url = url
    headers = []
    body = nil
    hidden = []
  }

  private static func contentType(of request: HTTPRequest) -> String? {
    guard request.headers.header("content-type") == nil else { return nil }
    switch request.body.content {
    case .missing, .null, .empty: return nil
    case .json: return request.body.contentType ?? "application/json"
    case .text, .binary: return request.body.contentType
    }
  }

  /// Whether a field's value is made for each request.
  var hasFreshHeaders: Bool { headers.contains { $0.source != nil } }

  /// The same request with the values that are made for each.
  func withFreshHeaders() throws(VerificationError) -> RequestPlan {
    var plan = self
    for index in headers.indices {
      guard let source = headers[index].source else { continue }
      plan.headers[index].value = try source.value()
    }
    return plan
  }

  /// The request as the client sends it.
  func exchange(timeout: Duration) -> HTTPExchangeRequest {
    var request = HTTPExchangeRequest(
      method: method, url: url, headers: headers.map { .init($0.name, $0.value) },
      body: body, timeout: timeout)
    request.keepsContentEncoding = keepsContentEncoding
    return request
  }

  /// A `curl` command that makes the request again.
  var curl: String {
    let isToken = HTTPText.isName(method)
    var command = method == "HEAD" ? "curl -sS --head" : "curl -sS -X "
    if method != "HEAD" { command += isToken ? method : Self.quoted(method) }
    command += " " + Self.quoted(HTTPAddress.withoutCredentials(url))
    for header in headers {
      let value = hidden.contains(header.name.lowercased()) ? "***" : header.value
      // A name and a semicolon is how curl is told to send an empty value.
      command +=
        " -H \(Self.quoted(value.isEmpty ? "\(header.name);" : "\(header.name): \(value)"))"
    }
    let hasType = headers.contains { $0.name.lowercased() == "content-type" }
    // Without this curl would call the body a form.
    if body?.isEmpty == false, !hasType { command += " -H 'Content-Type:'" }
    guard let body, !body.isEmpty else { return command }
    if let text = String(validating: body, as: UTF8.self), !text.contains("\0") {
      return command + " --data-raw \(Self.quoted(text))"
    }
    return "printf %s \(Base64.encode(body)) | base64 -d | \(command) --data-binary @-"
  }

  /// A text as one word of a shell.
  static func quoted(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "'")) else { return "'" + text + "'" }
    // By scalars: to a shell a quote is one, whatever mark follows it.
    var quoted = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { quoted += #"'\''"# } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "'"
  }
}
