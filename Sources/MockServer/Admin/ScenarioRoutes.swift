import JSONText
import MockEngine
import StubModel

/// `/__admin/scenarios`: the states that stubs depend on.
enum ScenarioRoutes {
  static let all = [
    AdminRoute("GET", "scenarios") { _, service in list(service) },
    AdminRoute("POST", "scenarios/reset") { _, service in
      service.engine.stubs.resetScenarios()
      return .send(JSONReply.json(200) { $0.object { _ in } })
    },
    AdminRoute("PUT", "scenarios/{name}/state", setState),
  ]

  private static func list(_ service: MockService) -> Reply {
    .send(
      JSONReply.json(200) { writer in
        writer.object { writer in
          writer.key("scenarios")
          writer.array { writer in
            for scenario in service.engine.stubs.scenarios { write(scenario, to: &writer) }
          }
        }
      })
  }

  private static func write(_ scenario: ScenarioReport, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", scenario.name)
      writer.member("name", scenario.name)
      writer.member("state", scenario.state)
      writer.key("possibleStates")
      writer.array { writer in for state in scenario.possibleStates { writer.string(state) } }
      writer.key("mappings")
      writer.array { writer in for stub in scenario.stubs { StubJSON.write(stub, to: &writer) } }
    }
  }

  /// Puts a scenario into a state, without a body into the first one.
  @Sendable private static func setState(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let name = call.parameters["name"] ?? ""
    guard let scenario = service.engine.stubs.scenarios.first(where: { $0.name == name }) else {
      throw AdminRefusal(404, "no stub takes part in a scenario '\(name)'")
    }
    var state = StubScenario.started
    if !call.body.isEmpty {
      guard let given = try call.json()["state"]?.string else {
        throw AdminRefusal(422, "expected a string for 'state'", pointer: "/state")
      }
      state = given
    }
    guard scenario.possibleStates.contains(state) else {
      throw AdminRefusal(
        422,
        "the scenario '\(name)' has no state '\(state)', only"
          + " \(scenario.possibleStates.joined(separator: ", "))", pointer: "/state")
    }
    service.engine.stubs.setState(state, of: name)
    return .send(JSONReply.json(200) { $0.object { _ in } })
  }
}
