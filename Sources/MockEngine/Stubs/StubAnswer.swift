import ContractModel
import JSONText
package import StubModel

/// What a stub answers, rendered as far as it does not depend on the request.
package struct StubAnswer: Sendable {
  /// The response of the mapping.
  package let response: StubResponse
  /// The header fields that are sent, one for each value.
  package let fields: [(String, String)]
  /// Those that tell which stub answered.
  let ownFields: [(String, String)]
  /// The body as it was given, or `nil` when it is in a file.
  let bytes: [UInt8]?
  /// The whole answer, or `nil` when it depends on the request or on a file.
  package let image: ResponseImage?
  /// The templates in it, or `nil` when it has none.
  package let template: StubTemplate?
  /// Where requests are passed on to, or `nil` when the stub answers itself.
  package let proxy: StubProxyPlan?

  init(
    _ response: StubResponse, id: String, name: String?, _ dialect: StubDialect,
    allowed: [AllowedTarget]
  ) throws(StubProblem) {
    self.response = response
    var plan: StubProxyPlan?
    if let proxy = response.proxy {
      plan = try StubProxyPlan(proxy, response, dialect, allowed)
    }
    proxy = plan
    ownFields =
      [("Matched-Stub-Id", id)]
      + (name.map { HTTPText.isValue($0) ? [("Matched-Stub-Name", $0)] : [] } ?? [])
    fields =
      response.headers.flatMap { field in field.values.map { (field.name, $0) } } + ownFields
    bytes = Self.body(response.body)
    template = response.isTemplate ? try StubTemplate(response, dialect) : nil
    if template == nil, let bytes {
      image = ResponseImage(
        status: response.status, fields: fields, body: bytes, reason: response.reason)
    } else {
      image = nil
    }
  }

  /// The bytes of a body, or `nil` when they are in a file.
  private static func body(_ body: StubBody) -> [UInt8]? {
    switch body {
    case .none: []
    case .text(let text): Array(text.utf8)
    case .json(let value): Array(value.description.utf8)
    case .bytes(let bytes): bytes
    case .file: nil
    }
  }

  /// The answer with the body of a file.
  package func image(body: [UInt8]) -> ResponseImage {
    ResponseImage(status: response.status, fields: fields, body: body, reason: response.reason)
  }
}
