import ContractModel

/// Paths with wildcards, laid out such that a walk over a body is in one state at a time.
struct PathStates: Sendable {
  /// The states that a step leads to, by what is stepped into.
  struct Step: Sendable {
    var member: Int?
    var element: Int?
  }

  /// Where a walk stands.
  struct State: Sendable {
    /// The path that ends here; of several the strongest.
    var path: Int?
    /// The steps that some path names; an index is the name of its digits.
    var names: [String: Step] = [:]
    /// All other steps.
    var other = Step()
  }

  private let states: [State]

  /// Lays out paths; the first of equal ones counts.
  ///
  /// - Throws: ``RuleError`` when there are too many combinations.
  init(_ paths: [PathExpression]) throws(RuleError) {
    var builder = PathStatesBuilder(paths)
    states = paths.isEmpty ? [] : try builder.run()
  }

  /// The state at the root, or `nil` when there are no paths.
  var root: Int? { states.isEmpty ? nil : 0 }

  /// The path that ends at a state; of several the strongest.
  func path(at state: Int) -> Int? { states[state].path }

  /// The state at a member; `nil` when no path leads there or on from there.
  func member(_ name: String, of state: Int) -> Int? {
    let state = states[state]
    return state.names.isEmpty ? state.other.member : (state.names[name] ?? state.other).member
  }

  /// The state at an element; `nil` when no path leads there or on from there.
  func element(_ index: Int, of state: Int) -> Int? {
    let state = states[state]
    if state.names.isEmpty { return state.other.element }
    return (state.names[String(index)] ?? state.other).element
  }
}
