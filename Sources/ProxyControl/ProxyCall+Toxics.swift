import FaultModel
import FaultProxy
import JSONText
import MockServer

extension ProxyCall {
  /// `/proxies/{proxy}/toxics`
  func toxics(_ proxy: FaultProxy) async throws -> RenderedResponse {
    try allow("GET", "POST")
    if method == "POST" {
      let toxic = try Toxic(json: try json())
      try await proxy.add(toxic)
      return APIReply.json(200) { toxic.write(to: &$0) }
    }
    let toxics = await proxy.options.orderedToxics
    return APIReply.json(200) { writer in
      writer.array { writer in for toxic in toxics { toxic.write(to: &writer) } }
    }
  }

  /// `/proxies/{proxy}/toxics/{toxic}`
  func toxic(_ proxy: FaultProxy, _ name: String) async throws -> RenderedResponse {
    try allow("GET", "POST", "PATCH", "DELETE")
    let toxic: Toxic
    switch method {
    case "POST", "PATCH":
      _ = try await proxy.toxic(name)
      let json = try json()
      toxic = try await proxy.change(name) { toxic throws(ToxicError) in
        try toxic.change(json: json)
      }
    case "DELETE":
      try await proxy.removeToxic(name)
      return APIReply.empty
    default: toxic = try await proxy.toxic(name)
    }
    return APIReply.json(200) { toxic.write(to: &$0) }
  }
}
