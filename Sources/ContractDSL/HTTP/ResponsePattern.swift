import ContractModel
import JSONText

/// A response as the provider sends it.
///
/// ```swift
/// response: .json(.ok, ["id": .integer(42)], headers: [.eTag: .string("v1")])
/// ```
public struct ResponsePattern: Sendable, Hashable {
  let status: StatusPattern
  let headers: HeaderPatterns
  let body: BodyPattern?

  /// Creates a response of a status, with any body.
  ///
  /// - Parameters:
  ///   - status: e.g. `.noContent`.
  ///   - headers: the header fields that must be there.
  ///   - body: the body; with `nil` the contract does not speak of it.
  public static func status(
    _ status: StatusPattern, headers: HeaderPatterns = [:], body: BodyPattern? = nil
  ) -> ResponsePattern {
    ResponsePattern(status: status, headers: headers, body: body)
  }

  /// Creates a response with JSON.
  public static func json(
    _ status: StatusPattern, _ body: JSONPattern, _ mediaType: String = "application/json",
    headers: HeaderPatterns = [:]
  ) -> ResponsePattern {
    .status(status, headers: headers, body: .json(body, mediaType))
  }

  /// Creates a response with text.
  public static func text(
    _ status: StatusPattern, _ body: TextPattern, _ mediaType: String = "text/plain",
    headers: HeaderPatterns = [:]
  ) -> ResponsePattern {
    .status(status, headers: headers, body: .text(body, mediaType))
  }

  /// Creates a response with XML.
  public static func xml(
    _ status: StatusPattern, _ root: XMLPattern, _ mediaType: String = "application/xml",
    headers: HeaderPatterns = [:]
  ) -> ResponsePattern {
    .status(status, headers: headers, body: .xml(root, mediaType))
  }

  /// Creates a response with bytes.
  public static func binary(
    _ status: StatusPattern, _ bytes: [UInt8], _ mediaType: String, headers: HeaderPatterns = [:]
  ) -> ResponsePattern {
    .status(status, headers: headers, body: .binary(bytes, mediaType))
  }

  /// Creates the answer to a GraphQL query: JSON with `data`, and status 200.
  public static func graphQL(
    data: JSONPattern, headers: HeaderPatterns = [:]
  ) -> ResponsePattern {
    .json(.ok, ["data": data], headers: headers)
  }

  /// Makes of the pattern what a contract file has.
  func compiled(_ compilation: inout Compilation) -> HTTPResponse {
    var response = HTTPResponse(status: status.code)
    if !(100...599).contains(status.code) {
      compilation.report("\(status.code) is not between 100 and 599", at: "status")
    }
    if let rule = status.rule { compilation.add(RuleList([rule]), .status) }
    response.headers = headers.compiled(&compilation)
    if let body { response.body = body.compiled(&compilation, headers: &response.headers) }
    response.rules = compilation.rulesInOrder
    response.generators = compilation.generatorsInOrder
    return response
  }
}
