import ContractModel
import FaultModel
import FaultProxy
import JSONText
import MockServer

/// One call of the API.
struct ProxyCall: Sendable {
  let method: String
  let path: String
  let body: [UInt8]
  let version: String

  /// Does what is called for.
  func answer(_ registry: ProxyRegistry) async -> RenderedResponse {
    do {
      return try await route(registry)
    } catch {
      let refusal = ProxyRefusal(error)
      return APIReply.error(refusal.status, refusal.title)
    }
  }

  private func route(_ registry: ProxyRegistry) async throws -> RenderedResponse {
    let parts = path.split(separator: "/").map { PercentCoding.decode($0, plusIsSpace: false) }
    switch (parts.first ?? "", parts.count) {
    case ("version", 1):
      try allow("GET")
      return APIReply.json(200) { writer in writer.object { $0.member("version", version) } }
    case ("metrics", 1):
      try allow("GET")
      return APIReply.text(200, await ProxyMetrics.text(registry))
    case ("reset", 1):
      try allow("POST")
      try await registry.reset()
      return APIReply.empty
    case ("populate", 1):
      try allow("POST")
      return await populate(registry)
    case ("proxies", 1): return try await proxies(registry)
    case ("proxies", 2): return try await proxy(registry, parts[1])
    case ("proxies", 3) where parts[2] == "toxics":
      return try await toxics(try await registry.proxy(parts[1]))
    case ("proxies", 4) where parts[2] == "toxics":
      return try await toxic(try await registry.proxy(parts[1]), parts[3])
    default: throw ProxyRefusal(status: 404, title: "404 page not found")
    }
  }

  /// Refuses a method other than those that a path has.
  func allow(_ methods: String...) throws(ProxyRefusal) {
    guard methods.contains(method) else {
      throw ProxyRefusal(
        status: 405, title: "405 method not allowed, expected \(methods.joined(separator: ", "))")
    }
  }

  /// The body; what is no JSON is refused.
  func json() throws -> JSONValue { try JSONDocument(parsing: body).root }
}
