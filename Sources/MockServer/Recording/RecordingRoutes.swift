import JSONText
import MockEngine

/// `/__admin/recordings`: stubs out of what a real service answers.
enum RecordingRoutes {
  static let all = [
    AdminRoute("POST", "recordings/start") { call, service throws(AdminRefusal) in
      try service.startRecording(try call.json())
      return .send(JSONReply.json(200) { $0.object { _ in } })
    },
    AdminRoute("POST", "recordings/stop") { _, service throws(AdminRefusal) in
      reply(try service.stopRecording())
    },
    AdminRoute("POST", "recordings/snapshot") { call, service throws(AdminRefusal) in
      reply(
        try service.snapshot(
          call.body.isEmpty ? JSONValue.make { $0.object { _ in } } : try call.json()))
    },
    AdminRoute("GET", "recordings/status") { _, service in
      let status =
        service.recording.map { $0.isOn ? "Recording" : "Stopped" } ?? "NeverStarted"
      return .send(
        JSONReply.json(200) { writer in writer.object { $0.member("status", status) } })
    },
  ]

  private static func reply(_ made: (stubs: [CompiledStub], tellsIDs: Bool)) -> Reply {
    guard made.tellsIDs else { return StubJSON.list(made.stubs, total: made.stubs.count) }
    return .send(
      JSONReply.json(200) { writer in
        writer.object { writer in
          writer.key("ids")
          writer.array { writer in for stub in made.stubs { writer.string(stub.id) } }
        }
      })
  }
}
