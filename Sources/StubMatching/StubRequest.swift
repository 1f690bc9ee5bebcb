package import ContractMatching
package import ContractModel

/// A request as stubs look at it; what few of them ask for is read when it is first asked for.
package final class StubRequest {
  /// The method.
  package let method: String
  /// The path and the query as they were sent.
  package let target: String
  /// The header fields, in order, one for each line.
  package let headers: [(name: String, value: String)]
  /// The scheme, `http` or `https`.
  package let scheme: String
  /// The address of the client.
  package let clientAddress: String
  /// The body; empty when there is none.
  package let body: StubValue

  /// The path as it was sent.
  package private(set) lazy var path: String =
    target.utf8.firstIndex(of: UInt8(ascii: "?")).map { String(target[..<$0]) } ?? target
  /// The query parameters, decoded, each name once.
  package private(set) lazy var query: [Field] =
    target.firstIndex(of: "?").map {
      PercentCoding.fields(target[target.index(after: $0)...])
    } ?? []
  /// The cookies, each name once.
  package private(set) lazy var cookies: [Field] = Cookies.fields(values(ofHeader: "cookie"))
  /// The parameters of a form, decoded; none when the body is no form.
  package private(set) lazy var form: [Field] = {
    let type = values(ofHeader: "content-type").first ?? ""
    guard type.lowercased().contains("application/x-www-form-urlencoded") else { return [] }
    return PercentCoding.fields(body.text)
  }()
  /// The parts of a multipart body, or `nil` when it is none.
  package private(set) lazy var parts: [MultipartParts.Part]? = MultipartParts.read(
    body.bytes, contentType: values(ofHeader: "content-type").first)

  /// Creates a request.
  package init(
    method: String, target: String, headers: [(name: String, value: String)], body: [UInt8]?,
    scheme: String = "http", clientAddress: String = "127.0.0.1"
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = StubValue(body ?? [])
    self.scheme = scheme
    self.clientAddress = clientAddress
  }

  /// The values of a header field, in order.
  ///
  /// - Parameter name: the name in lower case.
  package func values(ofHeader name: String) -> [String] {
    headers.filter { $0.name.equalsIgnoringCase(name) }.map(\.value)
  }

  /// The host that the request names, without its port.
  package var host: String {
    let host = authority
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
    return host.utf8.firstIndex(of: UInt8(ascii: ":")).map { String(host[..<$0]) } ?? host
  }

  /// The port that the request names, or the one of its scheme.
  package var port: Int {
    let host = authority
    let usual = scheme == "https" ? 443 : 80
    if host.hasPrefix("[") { return Int(host.drop { $0 != "]" }.dropFirst(2)) ?? usual }
    guard let colon = host.utf8.firstIndex(of: UInt8(ascii: ":")) else { return usual }
    return Int(host[host.utf8.index(after: colon)...]) ?? usual
  }

  private var authority: String {
    headers.first { $0.name.equalsIgnoringCase("host") }?.value ?? ""
  }

  /// The values of a place.
  func values(_ place: StubPlace) -> [String] {
    switch place {
    case .header(let name): values(ofHeader: name.lowercased())
    case .query(let name): query.first { $0.name == name }?.values ?? []
    case .cookie(let name): cookies.first { $0.name == name }?.values ?? []
    case .form(let name): form.first { $0.name == name }?.values ?? []
    case .pathParameter(let name, let template):
      template.value(of: name, in: path).map { [$0] } ?? []
    case .host: [host]
    case .clientAddress: [clientAddress]
    }
  }
}
