import ContractModel
import JSONText

/// One call of the control API.
struct ControlCall: Sendable {
  let method: String
  let path: String
  let query: [Field]
  let body: [UInt8]

  func answer(_ registry: MockRegistry) async throws -> RenderedResponse {
    let parts = path.split(separator: "/").map { PercentCoding.decode($0, plusIsSpace: false) }
    switch (method, parts.count, parts.first, parts.last) {
    case ("GET", 0, _, _): return await list(registry)
    case ("POST", 0, _, _): return try await create(registry)
    case ("GET", 2, "mockserver", let name?): return try await show(registry, name)
    case ("DELETE", 2, "mockserver", let name?):
      try await registry.remove(name)
      return JSONReply.empty(204)
    case ("POST", 3, "mockserver", "verify"): return try await verify(registry, parts[1])
    default:
      throw MockRegistry.Refusal(
        status: 404,
        message: "\(method) \(path) is not known; there are GET /, POST /, GET and DELETE"
          + " /mockserver/{id or port}, and POST /mockserver/{id or port}/verify")
    }
  }

  private func list(_ registry: MockRegistry) async -> RenderedResponse {
    var mocks: [(PlayedMock, MockVerdict)] = []
    for mock in await registry.all { mocks.append((mock, await mock.server.verdict())) }
    return JSONReply.json(200) { writer in
      writer.object { writer in
        writer.key("mockServers")
        writer.array { writer in
          for (mock, verdict) in mocks { ControlJSON.write(mock, verdict, to: &writer) }
        }
      }
    }
  }

  private func show(_ registry: MockRegistry, _ name: String) async throws -> RenderedResponse {
    let mock = try await registry.find(name)
    let verdict = await mock.server.verdict()
    return JSONReply.json(200) { ControlJSON.write(mock, verdict, to: &$0) }
  }

  private func create(_ registry: MockRegistry) async throws -> RenderedResponse {
    let mock = try await registry.create(
      body, specification: try specification(), allowsCrossOrigin: try flag("cors"),
      servesTLS: try flag("tls"))
    return JSONReply.json(200) { writer in
      writer.object { writer in
        writer.key("mockServer")
        writer.object { writer in
          writer.member("id", mock.id)
          writer.member("port", mock.server.port)
        }
      }
    }
  }

  private func verify(_ registry: MockRegistry, _ name: String) async throws -> RenderedResponse {
    let (mock, verdict) = try await registry.verify(name)
    if verdict.isFulfilled { return JSONReply.empty(204) }
    return JSONReply.json(422) { writer in
      writer.object { writer in
        writer.key("mismatches")
        ControlJSON.write(verdict, to: &writer)
        writer.key("mockServer")
        ControlJSON.write(mock, verdict, to: &writer)
      }
    }
  }

  private func parameter(_ name: String) -> String? {
    query.first { $0.name == name }?.values.last
  }

  private func flag(_ name: String) throws(MockRegistry.Refusal) -> Bool {
    switch parameter(name)?.lowercased() {
    case nil, "false", "0": false
    case "true", "1", "": true
    case let text?:
      throw MockRegistry.Refusal(
        status: 400, message: "expected true or false for '\(name)', found '\(text)'")
    }
  }

  private func specification() throws(MockRegistry.Refusal) -> SpecificationVersion? {
    guard let text = parameter("specification") else { return nil }
    guard let version = SpecificationVersion(spelled: text) else {
      throw MockRegistry.Refusal(
        status: 400, message: "the specification '\(text)' is not known, expected V1 to V4")
    }
    return version
  }
}
