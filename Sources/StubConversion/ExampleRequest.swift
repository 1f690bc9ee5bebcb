import ContractModel
import StubMatching

/// The example request of an interaction as a stub sees it.
enum ExampleRequest {
  /// - Parameters:
  ///   - request: the request of the contract.
  ///   - target: path and query where their spelling counts.
  static func make(_ request: HTTPRequest, target: String?) -> StubRequest {
    var headers = request.headers.flatMap { field in field.values.map { (field.name, $0) } }
    if request.headers.header("content-type") == nil, let type = request.body.contentType {
      headers.append(("Content-Type", type))
    }
    if request.headers.header("host") == nil { headers.append(("Host", "localhost")) }
    let query = PercentCoding.query(request.query ?? [])
    return StubRequest(
      method: request.method, target: target ?? request.path + (query.isEmpty ? "" : "?\(query)"),
      headers: headers.map { (name: $0.0, value: $0.1) }, body: request.body.bytes)
  }
}
