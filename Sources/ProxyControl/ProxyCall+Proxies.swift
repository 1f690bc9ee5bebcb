import FaultModel
import FaultProxy
import JSONText
import MockServer

extension ProxyCall {
  /// `/proxies`
  func proxies(_ registry: ProxyRegistry) async throws -> RenderedResponse {
    try allow("GET", "POST")
    if method == "POST" {
      let proxy = try await registry.add(ProxyOptions(json: try json()))
      return Self.reply(201, await proxy.options)
    }
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

  /// `/proxies/{proxy}`
  func proxy(_ registry: ProxyRegistry, _ name: String) async throws -> RenderedResponse {
    try allow("GET", "POST", "PATCH", "DELETE")
    let proxy = try await registry.proxy(name)
    switch method {
    case "POST", "PATCH":
      let json = try json()
      guard json.kind == .object else { throw ProxyOptionsError("a proxy is an object", json) }
      try await proxy.change(
        listen: try ProxyOptions.endpoint(json, "listen"),
        upstream: try ProxyOptions.endpoint(json, "upstream"),
        isEnabled: try ProxyOptions.flag(json, "enabled"))
    case "DELETE":
      try await registry.remove(name)
      return APIReply.empty
    default: break
    }
    return Self.reply(200, await proxy.options)
  }

  /// `/populate`: makes the proxies of a list, all or none.
  func populate(_ registry: ProxyRegistry) async -> RenderedResponse {
    do {
      let all = try await registry.populate(try ProxyOptions.list(json: try json()))
      return APIReply.json(201) { writer in
        writer.object { writer in
          writer.key("proxies")
          writer.array { writer in for options in all { options.write(to: &writer) } }
        }
      }
    } catch {
      let refusal = ProxyRefusal(error)
      return APIReply.json(refusal.status) { writer in
        writer.object { writer in
          writer.member("error", refusal.title)
          writer.member("status", refusal.status)
          writer.key("proxies")
          writer.null()
        }
      }
    }
  }

  private static func reply(_ status: Int, _ options: ProxyOptions) -> RenderedResponse {
    APIReply.json(status) { options.write(to: &$0) }
  }
}
