import ContractModel
import StubModel

/// Reads where a stub passes requests on to.
struct StubProxyReader: Sendable {
  private let dialect: StubDialect

  init(_ dialect: StubDialect) { self.dialect = dialect }

  /// The members of a response that speak of it.
  static let members: Set<String> = [
    "proxyBaseUrl", "proxyUrlPrefixToRemove", "additionalProxyRequestHeaders",
    "removeProxyRequestHeaders",
  ]

  func read(_ response: StubCursor) throws(StubProblem) -> StubProxy? {
    guard let base = response["proxyBaseUrl"] else {
      if dialect == .strict, let lost = Self.members.sorted().first(where: { response[$0] != nil })
      {
        throw response.problem("'\(lost)' means nothing without 'proxyBaseUrl'", key: lost)
      }
      return nil
    }
    let others = ["body", "jsonBody", "base64Body", "bodyFileName"]
    if dialect == .strict, let other = others.first(where: { response.member($0) != nil }) {
      throw response.problem(
        "'\(other)' is never sent, since 'proxyBaseUrl' passes the request on: keep one of them",
        key: other)
    }
    var proxy = StubProxy(baseURL: try base.string())
    proxy.prefixToRemove = try response["proxyUrlPrefixToRemove"]?.string()
    proxy.addedHeaders = try StubResponseReader(dialect)
      .headers(response["additionalProxyRequestHeaders"])
    if let removed = response["removeProxyRequestHeaders"] {
      proxy.removedHeaders = Set(try removed.strings().map { $0.lowercased() })
    }
    return proxy
  }
}
