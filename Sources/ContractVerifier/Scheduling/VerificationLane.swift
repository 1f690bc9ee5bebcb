/// How an interaction shares the provider with others.
enum VerificationLane: Sendable, Hashable {
  /// It may be asked while others are.
  case together
  /// Nothing else is asked from its set-up to its tear-down.
  case alone(setsUp: Bool)

  /// The lane of an interaction.
  ///
  /// - Parameters:
  ///   - hasStates: whether it has provider states.
  ///   - isCommand: whether it is asked by running a command.
  ///   - states: what is done about provider states in this run.
  init(hasStates: Bool, isCommand: Bool, states: StateHandling) {
    switch states {
    case .none: self = isCommand ? .alone(setsUp: false) : .together
    // The empty state may reset the provider, under whatever else would run.
    case .all: self = .alone(setsUp: true)
    case .named where hasStates: self = .alone(setsUp: true)
    case .named: self = isCommand ? .alone(setsUp: false) : .together
    }
  }
}

/// Which interactions are preceded by a state change.
enum StateHandling: Sendable, Hashable {
  /// None: nothing changes states.
  case none
  /// All; the empty state stands for those without one.
  case all
  /// Only those that name a state.
  case named
}
