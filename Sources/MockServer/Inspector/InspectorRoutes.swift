import MockEngine
import ContractReports
import MockInspector

/// `/__admin/ui`: pages that tell what the mock did.
enum InspectorRoutes {
  static let all = [
    AdminRoute("GET", "ui", list),
    AdminRoute("GET", "ui/requests/{number}", details),
    AdminRoute("GET", "ui/stubs") { call, service in
      page(.stubs, call, service) { page, writer in
        for table in service.playedTables { table.write(page, to: &writer) }
      }
    },
    AdminRoute("GET", "ui/scenarios") { call, service in
      page(.scenarios, call, service) { page, writer in
        service.scenarioTable.write(page, to: &writer)
      }
    },
    AdminRoute("GET", "ui/faults") { call, service in
      page(.faults, call, service) { page, writer in
        for table in service.faultTables { table.write(page, to: &writer) }
      }
    },
    AdminRoute("GET", "ui/sessions") { call, service in
      page(.sessions, call, service) { page, writer in
        service.sessionTable.write(page, to: &writer)
      }
    },
    AdminRoute("GET", "ui/style.css") { _, _ in
      reply("text/css; charset=utf-8", "\(InspectorStyle.text)")
    },
    AdminRoute("GET", "ui/script.js") { _, _ in
      reply("text/javascript; charset=utf-8", "\(InspectorScript.text)")
    },
  ]

  private static func list(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let name = call.parameter("show") ?? "all"
    guard let filter = RequestList.filters.first(where: { $0.name == name })?.filter else {
      let names = RequestList.filters.map(\.name).joined(separator: ", ")
      throw AdminRefusal(422, "expected one of \(names) for 'show', found '\(name)'")
    }
    let before = try call.count("before")
    let found = service.journal.page(before: before, limit: 100, filter)
    let list = RequestList(
      found.entries.map(service.inspected), filter, hasOlder: found.hasOlder,
      counts: (service.journal.count, service.journal.forgottenCount))
    return page(.requests, call, service) { page, writer in list.write(page, to: &writer) }
  }

  private static func details(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let number = call.parameters["number"] ?? ""
    guard let entry = Int(number).flatMap(service.journal.entry) else {
      throw AdminRefusal(404, "the journal has no request \(number)")
    }
    let isMissed = !entry.answer.wasMatched && entry.answer != .forwarded
    let details = RequestDetails(
      service.inspected(entry), nearest: isMissed ? service.nearest(to: entry) : [])
    return page(
      .requests, call, service, title: "\(entry.method) \(entry.target)", isLive: false
    ) { page, writer in details.write(page, to: &writer) }
  }

  private static func page(
    _ section: InspectorPage.Section, _ call: AdminCall, _ service: MockService,
    title: String? = nil, isLive: Bool = true,
    _ content: (InspectorPage, inout HTMLWriter) -> Void
  ) -> Reply {
    var page = InspectorPage(
      section, title: title, depth: call.parts.count + (call.endsInSlash ? 1 : 0),
      session: service.sessionName)
    page.isLive = isLive
    return reply("text/html; charset=utf-8", page.html { content(page, &$0) })
  }

  private static func reply(_ type: String, _ text: String) -> Reply {
    reply(type, Array(text.utf8))
  }

  private static func reply(_ type: String, _ body: [UInt8]) -> Reply {
    .send(
      RenderedResponse(
        ResponseImage(
          status: 200,
          fields: [
            ("Content-Type", type), ("Content-Security-Policy", InspectorPage.policy),
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
            ("Cache-Control", "no-store"), ("Cross-Origin-Resource-Policy", "same-origin"),
          ], body: body)))
  }
}
