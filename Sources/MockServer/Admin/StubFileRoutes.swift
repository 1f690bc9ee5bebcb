import ContractStore
import JSONText
import MockEngine

/// `/__admin/files`: the bodies in `__files`.
enum StubFileRoutes {
  static let all = [
    AdminRoute("GET", "files") { _, service throws(AdminRefusal) in
      let names = try files(service) { files throws(StoreError) in try files.names() }
      return .send(
        JSONReply.json(200) { writer in
          writer.array { writer in for name in names { writer.string(name) } }
        })
    },
    AdminRoute("GET", "files/{name…}") { call, service throws(AdminRefusal) in
      let bytes = try files(service) { files throws(StoreError) in
        try files.read(call.parameters["name"] ?? "")
      }
      return .send(
        RenderedResponse(
          ResponseImage(
            status: 200, fields: [("Content-Type", "application/octet-stream")], body: bytes)))
    },
    AdminRoute("PUT", "files/{name…}") { call, service throws(AdminRefusal) in
      try files(service) { files throws(StoreError) in
        try files.write(call.body, to: call.parameters["name"] ?? "")
      }
      return .send(JSONReply.json(200) { $0.object { _ in } })
    },
    AdminRoute("DELETE", "files/{name…}") { call, service throws(AdminRefusal) in
      try files(service) { files throws(StoreError) in
        try files.remove(call.parameters["name"] ?? "")
      }
      return .send(JSONReply.json(200) { $0.object { _ in } })
    },
  ]

  private static func files<Result>(
    _ service: MockService, _ body: (StubFiles) throws(StoreError) -> Result
  ) throws(AdminRefusal) -> Result {
    guard let folder = service.program.stubFolder else {
      throw AdminRefusal(404, "there is no folder of files: name one as a PATH of the mock")
    }
    do throws(StoreError) {
      return try body(StubFiles(besides: folder))
    } catch {
      throw AdminRefusal(error)
    }
  }
}
