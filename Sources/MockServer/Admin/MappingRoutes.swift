import ContractStore
import JSONText
import MockEngine
import StubModel

/// `/__admin/mappings`: the stubs.
enum MappingRoutes {
  static let all = [
    AdminRoute("GET", "mappings", list),
    AdminRoute("POST", "mappings") { call, service throws(AdminRefusal) in
      let stub = try service.addStub(StubCursor(try call.json()))
      return StubJSON.reply(stub, status: 201)
    },
    AdminRoute("DELETE", "mappings") { _, service in
      service.removeStubs()
      return done
    },
    AdminRoute("POST", "mappings/reset") { _, service in
      service.resetStubs()
      return done
    },
    AdminRoute("POST", "mappings/save") { _, service throws(AdminRefusal) in
      try service.saveStubs()
      return done
    },
    AdminRoute("POST", "mappings/import", load),
    // Older clients name the stub in the body instead of the path.
    AdminRoute("POST", "mappings/edit") { call, service throws(AdminRefusal) in
      let json = try call.json()
      let old = try service.stub((json["id"] ?? json["uuid"])?.string ?? "")
      return StubJSON.reply(try service.addStub(StubCursor(json), replacing: old))
    },
    AdminRoute("POST", "mappings/remove", removeEqual),
    AdminRoute("GET", "mappings/unmatched") { _, service in
      let stubs = service.unplayedStubs
      return StubJSON.list(stubs, total: stubs.count)
    },
    AdminRoute("DELETE", "mappings/unmatched") { _, service in
      for stub in service.unplayedStubs { service.removeStub(stub) }
      return done
    },
    AdminRoute("GET", "mappings/{id}") { call, service throws(AdminRefusal) in
      StubJSON.reply(try service.stub(call.parameters["id"] ?? ""))
    },
    AdminRoute("PUT", "mappings/{id}", replace),
    AdminRoute("DELETE", "mappings/{id}") { call, service throws(AdminRefusal) in
      service.removeStub(try service.stub(call.parameters["id"] ?? ""))
      return done
    },
  ]

  private static var done: Reply { .send(JSONReply.json(200) { $0.object { _ in } }) }

  @Sendable private static func list(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let stubs = service.engine.stubs.all
    let some = stubs.dropFirst(try call.count("offset") ?? 0)
      .prefix(try call.count("limit") ?? .max)
    return StubJSON.list(some, total: stubs.count)
  }

  @Sendable private static func replace(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let old = try service.stub(call.parameters["id"] ?? "")
    return StubJSON.reply(try service.addStub(StubCursor(try call.json()), replacing: old))
  }

  /// Removes the stub with the identifier of a mapping, or the newest with an equal request.
  @Sendable private static func removeEqual(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let json = try call.json()
    let id = (json["id"] ?? json["uuid"])?.string
    let stubs = service.engine.stubs
    let stub =
      id.flatMap { stubs[$0.lowercased()] }
      ?? stubs.all.first { $0.mapping.request.value == json["request"] }
    guard let stub else { throw AdminRefusal(404, "there is no such stub") }
    service.removeStub(stub)
    return done
  }

  /// Adds mappings, all or none.
  @Sendable private static func load(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let root = StubCursor(try call.json())
    guard let list = root["mappings"], list.value.kind == .array else {
      throw AdminRefusal(422, "expected an array for 'mappings'", pointer: "/mappings")
    }
    let options = root["importOptions"]
    let keepsOld: Bool
    switch options?["duplicatePolicy"]?.value.string {
    case nil, "OVERWRITE": keepsOld = false
    case "IGNORE": keepsOld = true
    case let policy?:
      throw AdminRefusal(
        422, "expected OVERWRITE or IGNORE, found '\(policy)'",
        pointer: "/importOptions/duplicatePolicy")
    }
    try service.importStubs(
      list.elements, keepsOld: keepsOld,
      removesOthers: options?["deleteAllNotInImport"]?.value.boolean ?? false)
    return done
  }
}
