import JSONText
import MockEngine

/// `/__admin/sessions`: the sessions of the mock.
enum SessionRoutes {
  static let all = [
    AdminRoute("GET", "sessions") { _, service throws(AdminRefusal) in
      let sessions = try sessions(service)
      return .send(
        JSONReply.json(200) { writer in
          writer.object { writer in
            writer.key("sessions")
            writer.array { writer in
              for name in sessions.names { write(name, sessions, to: &writer) }
            }
          }
        })
    },
    AdminRoute("POST", "sessions") { call, service throws(AdminRefusal) in
      let sessions = try sessions(service)
      guard let name = try call.json()["name"]?.string, SessionName.isName(name) else {
        throw AdminRefusal(
          422, "expected a 'name' of up to 128 letters, digits, '-', '_', '.' and '~'",
          pointer: "/name")
      }
      try sessions.session(name)
      return .send(JSONReply.json(201) { write(name, sessions, to: &$0) })
    },
    AdminRoute("DELETE", "sessions") { _, service throws(AdminRefusal) in
      let sessions = try sessions(service)
      for name in sessions.names { sessions.end(name) }
      return .send(JSONReply.json(200) { $0.object { _ in } })
    },
    AdminRoute("DELETE", "sessions/{name}") { call, service throws(AdminRefusal) in
      let name = call.parameters["name"] ?? ""
      guard try sessions(service).end(name) else {
        throw AdminRefusal(404, "there is no session '\(name)'")
      }
      return .send(JSONReply.json(200) { $0.object { _ in } })
    },
  ]

  private static func sessions(_ service: MockService) throws(AdminRefusal) -> MockSessions {
    guard let sessions = service.sessions else {
      throw AdminRefusal(404, "this mock has no sessions")
    }
    return sessions
  }

  private static func write(_ name: String, _ sessions: MockSessions, to writer: inout JSONWriter) {
    guard let service = sessions.service(name) else { return writer.null() }
    writer.object { writer in
      writer.member("name", name)
      writer.member("baseUrl", "\(sessions.base.baseURL)/__session/\(name)")
      writer.member("stubs", service.engine.stubs.count)
      writer.member("requests", service.journal.count)
      writer.member("idleMs", Int((sessions.idleTime(name) ?? .zero) / .milliseconds(1)))
    }
  }
}
