import ContractModel
package import FaultModel
package import StubModel
package import ResponseTemplate

/// Where a stub passes requests on to, compiled and checked.
package struct StubProxyPlan: Sendable {
  /// What is changed on the way.
  package let proxy: StubProxy
  private let base: StubText
  private let fixed: ForwardTarget?
  private let allowed: [AllowedTarget]

  /// Compiles a proxy.
  ///
  /// - Throws: ``StubProblem`` when the URL is none, or requests may not go there.
  init(
    _ proxy: StubProxy, _ response: StubResponse, _ dialect: StubDialect, _ allowed: [AllowedTarget]
  ) throws(StubProblem) {
    self.proxy = proxy
    self.allowed = allowed
    let cursor = response.cursor["proxyBaseUrl"] ?? response.cursor
    base = try StubText(proxy.baseURL, isTemplate: response.isTemplate, dialect, at: cursor)
    do throws(ForwardError) {
      fixed = base.isTemplate ? nil : try ForwardTarget(url: proxy.baseURL)
      if let fixed { try allowed.check(fixed) }
    } catch {
      throw cursor.problem("'proxyBaseUrl': \(error)")
    }
    if base.isTemplate, allowed.isEmpty {
      throw cursor.problem(
        "'proxyBaseUrl': requests may go nowhere: allow the services with --allow-target HOST:PORT")
    }
  }

  /// Whether the target depends on the request.
  package var isTemplate: Bool { fixed == nil }

  /// Where one request goes.
  ///
  /// - Throws: ``TemplateFailure``, or ``ForwardError`` when requests may not go there.
  package func target(
    _ context: TemplateContext, _ random: inout SeededGenerator
  ) throws -> ForwardTarget {
    if let fixed { return fixed }
    let target = try ForwardTarget(url: try base.render(context, &random))
    try allowed.check(target)
    return target
  }
}
