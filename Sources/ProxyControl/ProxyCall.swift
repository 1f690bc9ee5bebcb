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

  /// A call that cannot be answered as it wishes.
  struct Refusal: Error {
    let status: Int
    let title: String
  }

  /// Does what is called for.
  func answer(_ registry: ProxyRegistry) async -> RenderedResponse {
    do {
      return try await route(registry)
    } catch let error as Refusal {
      return APIReply.error(error.status, error.title)
    } catch let error as ProxyError {
      let status =
        switch error.kind {
        case .noProxy, .noToxic: 404
        case .proxyExists, .toxicExists: 409
        case .listening: 500
        }
      return APIReply.error(status, error.description)
    } catch let error as JSONSyntaxError {
      return APIReply.error(400, "bad request body: \(error)")
    } catch {
      return APIReply.error(400, "bad request body: \(error)")
    }
  }

  private func route(_ registry: ProxyRegistry) async throws -> RenderedResponse {
    let parts = path.split(separator: "/").map(String.init)
    switch (method, parts.first ?? "", parts.count) {
    case ("GET", "version", 1):
      return APIReply.json(200) { writer in writer.object { $0.member("version", version) } }
    case ("GET", "metrics", 1): return await metrics(registry)
    case ("POST", "reset", 1):
      try await registry.reset()
      return APIReply.empty
    case ("POST", "populate", 1): return try await populate(registry)
    case ("GET", "proxies", 1): return await list(registry)
    case ("POST", "proxies", 1):
      let proxy = try await registry.add(ProxyOptions(json: try json()))
      return Self.reply(201, await proxy.options)
    case (_, "proxies", 2): return try await proxy(registry, parts[1])
    case (_, "proxies", 3) where parts[2] == "toxics":
      return try await toxics(try await registry.proxy(parts[1]))
    case (_, "proxies", 4) where parts[2] == "toxics":
      return try await toxic(try await registry.proxy(parts[1]), parts[3])
    default: throw Refusal(status: 404, title: "404 page not found")
    }
  }

  private func list(_ registry: ProxyRegistry) async -> RenderedResponse {
    var all: [ProxyOptions] = []
    for proxy in await registry.all { all.append(await proxy.options) }
    return APIReply.json(200) { writer in
      writer.object { writer in
        for options in all {
          writer.key(options.name)
          options.write(to: &writer)
        }
      }
    }
  }

  /// Makes the proxies of a list; those that are there and differ are replaced.
  private func populate(_ registry: ProxyRegistry) async throws -> RenderedResponse {
    let array = try json()
    guard array.kind == .array else {
      throw Refusal(status: 400, title: "bad request body: expected an array")
    }
    let wanted = try array.elements.map { try ProxyOptions(json: $0) }
    var all: [ProxyOptions] = []
    for options in wanted {
      if let old = try? await registry.proxy(options.name) {
        let current = await old.options
        if current.listen == options.listen, current.upstream == options.upstream {
          all.append(current)
          continue
        }
        try await registry.remove(options.name)
      }
      all.append(await (try await registry.add(options)).options)
    }
    return APIReply.json(201) { writer in
      writer.object { writer in
        writer.key("proxies")
        writer.array { writer in for options in all { options.write(to: &writer) } }
      }
    }
  }

  private func proxy(_ registry: ProxyRegistry, _ name: String) async throws -> RenderedResponse {
    let proxy = try await registry.proxy(name)
    switch method {
    case "GET": break
    case "POST", "PATCH":
      let json = try json()
      let now = await proxy.options
      let listen = try ProxyOptions.endpoint(json, "listen") ?? now.listen
      let upstream = try ProxyOptions.endpoint(json, "upstream") ?? now.upstream
      if listen != now.listen || upstream != now.upstream {
        try await proxy.move(listen: listen, upstream: upstream)
      }
      switch json["enabled"]?.boolean {
      case true?: try await proxy.enable()
      case false?: await proxy.disable()
      case nil: break
      }
    case "DELETE":
      try await registry.remove(name)
      return APIReply.empty
    default: throw Refusal(status: 405, title: "405 method not allowed")
    }
    return Self.reply(200, await proxy.options)
  }

  private func toxics(_ proxy: FaultProxy) async throws -> RenderedResponse {
    switch method {
    case "GET":
      let toxics = await proxy.options.toxics
      return APIReply.json(200) { writer in
        writer.array { writer in for toxic in toxics { toxic.write(to: &writer) } }
      }
    case "POST":
      let toxic = try Toxic(json: try json())
      try await proxy.add(toxic)
      return APIReply.json(200) { toxic.write(to: &$0) }
    default: throw Refusal(status: 405, title: "405 method not allowed")
    }
  }

  private func toxic(_ proxy: FaultProxy, _ name: String) async throws -> RenderedResponse {
    var toxic = try await proxy.toxic(name)
    switch method {
    case "GET": break
    case "POST", "PATCH":
      try toxic.change(json: try json())
      try await proxy.replace(toxic)
    case "DELETE":
      try await proxy.removeToxic(name)
      return APIReply.empty
    default: throw Refusal(status: 405, title: "405 method not allowed")
    }
    return APIReply.json(200) { toxic.write(to: &$0) }
  }

  private func metrics(_ registry: ProxyRegistry) async -> RenderedResponse {
    var text = """
      # TYPE toxiproxy_proxy_received_bytes_total counter
      # TYPE counterpart_proxy_connections_total counter

      """
    for proxy in await registry.all {
      let counts = await proxy.counts
      let labels = "proxy=\"\(proxy.name)\""
      text += "counterpart_proxy_connections_total{\(labels)} \(counts.connections)\n"
      for (name, bytes) in [
        ("upstream", counts.upstreamBytes), ("downstream", counts.downstreamBytes),
      ] {
        text += "toxiproxy_proxy_received_bytes_total{direction=\"\(name)\",\(labels)} \(bytes)\n"
      }
    }
    return APIReply.text(200, text)
  }

  private func json() throws -> JSONValue {
    if body.isEmpty { return JSONValue.make { $0.object { _ in } } }
    return try JSONDocument(parsing: body).root
  }

  private static func reply(_ status: Int, _ options: ProxyOptions) -> RenderedResponse {
    APIReply.json(status) { options.write(to: &$0) }
  }
}
