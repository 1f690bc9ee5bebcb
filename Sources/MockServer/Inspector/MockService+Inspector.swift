import ContractModel
import FaultModel
import MockEngine
import MockInspector
import StubModel

/// What the inspector shows of a mock.
extension MockService {
  /// The name of the session that this is the mock of.
  var sessionName: String? {
    sessions?.names.first { sessions?.service($0) === self }
  }

  /// A request with the name of what answered it.
  func inspected(_ entry: JournalEntry) -> InspectedRequest {
    let answer =
      switch entry.answer {
      case .interaction(let number):
        "interaction '\(number < names.all.count ? names.all[number] : "that is gone")'"
      case .stub(let number):
        "stub '\(engine.stubs.stub(number: number)?.mapping.title ?? "that is gone")'"
      case .unmatched: "nothing"
      case .preflight: "the mock, a preflight request"
      case .refusedFault: "the mock: the fault that it asks for cannot be"
      case .forwarded: "the provider \(surroundings.target.map { "\($0)" } ?? "")"
      }
    return InspectedRequest(entry, answer: answer)
  }

  /// What comes nearest to a request that nothing accepted.
  func nearest(to entry: JournalEntry) -> [RequestDetails.Near] {
    let misses = engine.nearMisses(of: entry)
    return misses.nearestStubs.map { near in
      RequestDetails.Near(
        name: "stub '\(near.stub.mapping.title)'", location: near.stub.mapping.location,
        mismatches: near.mismatches)
    }
      + misses.nearest.map { near in
        let interaction = engine.interactions[near.interaction]
        return RequestDetails.Near(
          name: "interaction '\(interaction.description)'", location: interaction.location,
          mismatches: near.mismatches)
      }
  }

  /// The interactions and the stubs, with how often each answered.
  var playedTables: [InspectorTable] {
    let interactions = engine.interactions.enumerated().map { place, interaction in
      [
        "\(interaction.description)", "\(interaction.consumer) → \(interaction.provider)",
        "\(engine.plays[place])", "\(interaction.location?.description ?? "")",
      ] as [InspectorTable.Cell]
    }
    let stubs = engine.stubs.all.map { stub in
      let scenario = stub.mapping.scenario
      let state = scenario.map { "\($0.name)\($0.required.map { ": \($0)" } ?? "")" } ?? ""
      return [
        "\(stub.mapping.title)", "\(stub.mapping.priority)", "\(state)",
        "\(engine.stubs.plays(stub.id))",
        "\(stub.mapping.location?.description ?? "the admin API")",
      ] as [InspectorTable.Cell]
    }
    return [
      InspectorTable(
        "Stubs", ["Stub", "Priority", "Scenario", "Answered", "From"], stubs,
        empty: "There is no stub."),
      InspectorTable(
        "Interactions", ["Interaction", "Contract", "Answered", "From"], interactions,
        empty: "No contract is played."),
    ]
  }

  /// The scenarios and their states.
  var scenarioTable: InspectorTable {
    InspectorTable(
      "States", ["Scenario", "State", "Possible states", "Stubs"],
      engine.stubs.scenarios.map { scenario in
        [
          "\(scenario.name)", "\(scenario.state)",
          "\(scenario.possibleStates.joined(separator: ", "))", "\(scenario.stubs.count)",
        ]
      }, empty: "No stub takes part in a scenario.")
  }

  /// The fault scripts, and the faults that befell requests and connections, newest first.
  var faultTables: [InspectorTable] {
    let fired = journal.page(limit: 100, .faults).entries
    var tables = [
      InspectorTable(
        "Scripts", ["Script", "Steps"],
        engine.faultScripts.map { script in
          [
            "\(script.name)",
            "\(script.steps.map { $0.tls.map(\.description) ?? $0.effect.type }.joined(separator: ", "))",
          ]
        }, empty: "There is no fault script."),
      InspectorTable(
        "Fired at requests", ["Time (UTC)", "Request", "Fault", "Script", "Seed"],
        fired.compactMap { entry in
          entry.fault.map { fault in
            [
              "\(InspectedRequest.time(entry.date))",
              .link("ui/requests/\(entry.number)", text: "\(entry.method) \(entry.target)"),
              "\(fault.text)", "\(fault.script ?? "asked for by the request")", "\(fault.seed)",
            ]
          }
        }, empty: "No fault has fired."),
    ]
    if connectionFaults.count > 0 {
      tables.append(
        InspectorTable(
          "Fired at connections", ["Time (UTC)", "Connection", "Fault", "Script", "Seed"],
          connectionFaults.newest.suffix(100).reversed().map { fault in
            [
              "\(InspectedRequest.time(fault.date))", "\(fault.connection)", "\(fault.fault.text)",
              "\(fault.fault.script ?? "")", "\(fault.fault.seed)",
            ]
          }, empty: ""))
    }
    return tables
  }

  /// The sessions.
  var sessionTable: InspectorTable {
    InspectorTable(
      "Open sessions", ["Session", "Requests", "Stubs"],
      (sessions?.names ?? []).compactMap { name in
        sessions?.service(name).map { service in
          [.session(name), "\(service.journal.count)", "\(service.engine.stubs.count)"]
        }
      }, empty: "There is no session: a request begins one by the header X-Counterpart-Session.")
  }
}
