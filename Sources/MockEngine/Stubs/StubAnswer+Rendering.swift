package import ContractMatching
import ContractModel
package import FaultModel
package import ResponseTemplate
package import StubMatching
import StubModel

extension CompiledStub {
  /// Renders the templates of the answer to one request.
  ///
  /// - Parameters:
  ///   - id: what the request is known by.
  ///   - read: gives the content of a file.
  /// - Returns: the answer, or `nil` when it has no templates.
  package func render<Failure: Error>(
    _ request: StubRequest, id: String, at now: Moment, _ random: inout SeededGenerator,
    read: (String) throws(Failure) -> [UInt8]
  ) throws -> ResponseImage? {
    guard let template = answer.template else { return nil }
    let context = context(request, id: id, at: now)
    let fields = try template.fields(context, &random)
    let name = try template.fileName(context, &random)
    let body = try template.body(context, file: try name.map { try read($0) }, &random)
    return ResponseImage(
      status: answer.response.status, fields: fields + answer.ownFields,
      body: body ?? answer.bytes ?? [], reason: answer.response.reason)
  }
}

extension CompiledStub {
  /// What templates of the stub may speak of.
  ///
  /// - Parameter id: what the request is known by.
  package func context(
    _ request: StubRequest, id: String, at now: Moment
  ) -> TemplateContext {
    var context = TemplateContext(
      request: TemplateRequest(request, id: id), now: now, parameters: answer.response.parameters)
    if case .template(let path) = matcher.url {
      context.request.pathParameters = path.values(in: request.path) ?? []
    }
    return context
  }
}

extension TemplateRequest {
  /// A request as templates see it.
  fileprivate init(_ request: StubRequest, id: String) {
    self.init(
      method: request.method, target: request.target, headers: request.headers,
      body: request.body.bytes)
    self.id = id
    scheme = request.scheme
    host = request.host
    port = request.port
    clientIP = request.clientAddress
    parts = (request.parts ?? []).map { part in
      Part(
        name: part.name ?? "",
        headers: part.headers.flatMap { field in field.values.map { (field.name, $0) } },
        body: part.bytes)
    }
  }
}
