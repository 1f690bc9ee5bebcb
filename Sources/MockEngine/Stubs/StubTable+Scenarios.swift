import StubModel

/// A scenario as it is now.
package struct ScenarioReport: Sendable {
  /// The scenario's name.
  package var name: String
  /// The state that it is in.
  package var state: String
  /// The states that it can be in, sorted.
  package var possibleStates: [String]
  /// The stubs that take part.
  package var stubs: [CompiledStub]
}

extension StubTable {
  /// The scenarios that stubs take part in, by name.
  package var scenarios: [ScenarioReport] {
    var stubs: [String: [CompiledStub]] = [:]
    for stub in all {
      if let scenario = stub.mapping.scenario { stubs[scenario.name, default: []].append(stub) }
    }
    return stubs.sorted { $0.key < $1.key }.map { name, stubs in
      var possible: Set<String> = [StubScenario.started]
      for stub in stubs {
        possible.formUnion(
          [stub.mapping.scenario?.required, stub.mapping.scenario?.next].compactMap(\.self))
      }
      return ScenarioReport(
        name: name, state: states[name, default: StubScenario.started],
        possibleStates: possible.sorted(), stubs: stubs)
    }
  }

  /// Puts all scenarios into the state that they started in.
  package mutating func resetScenarios() { setStates([:]) }

  /// Puts a scenario into a state.
  package mutating func setState(_ state: String, of scenario: String) {
    var states = states
    states[scenario] = state
    setStates(states)
  }
}
