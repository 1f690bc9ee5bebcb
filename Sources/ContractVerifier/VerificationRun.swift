import ContractModel
import HTTPExchange
import JSONText
import ProcessControl

/// One run over interactions: does what the schedule says, and tells it how that went.
///
/// Requests go over one client, which keeps many going at once; state changes and commands are waited for
/// where they are made.
final class VerificationRun {
  /// The longest pause without a look at whether the run is to stop.
  private static let longestPause = Duration.milliseconds(50)

  let items: [VerificationItem]
  let configuration: VerifierConfiguration
  let clock: VerificationClock
  /// When the run began, by its clock.
  let began: Duration
  let client: HTTPClient
  let compiler: CheckCompiler
  let states: StateChanger?
  let messageCommand: ProviderCommand?
  let shouldStop: () -> Bool
  private let progress: (InteractionResult) -> Void
  var schedule: VerificationSchedule
  var ledger: ResultLedger
  /// What is under way, by the number of the interaction.
  var attempts: [Int: Attempt] = [:]

  init(
    _ items: [VerificationItem], _ configuration: VerifierConfiguration,
    clock: VerificationClock, progress: @escaping (InteractionResult) -> Void,
    shouldStop: @escaping () -> Bool
  ) throws(VerifierError) {
    self.items = items
    self.configuration = configuration
    self.clock = clock
    began = clock.now()
    self.progress = progress
    self.shouldStop = shouldStop
    let client: HTTPClient
    do {
      client = try HTTPClient(configuration: configuration.client)
    } catch {
      throw VerifierError(error.message)
    }
    self.client = client
    compiler = CheckCompiler(items, configuration)
    let states = configuration.stateHandler.map {
      StateChanger(
        handler: $0, client: client, timeout: configuration.requestTimeout,
        isStrict: configuration.isStrictAboutStates, shouldStop: shouldStop)
    }
    self.states = states
    messageCommand = configuration.messageCommand.map {
      ProviderCommand(text: $0, limit: configuration.commandTimeout)
    }
    ledger = ResultLedger(items)
    let handling: StateHandling =
      states == nil ? .none : configuration.setsUpEmptyState ? .all : .named
    schedule = VerificationSchedule(
      lanes: items.indices.map { index in
        VerificationLane(
          hasStates: !items[index].interaction.providerStates.isEmpty,
          isCommand: configuration.messageCommand != nil && items[index].interaction.isMessage,
          states: handling)
      }, parallel: configuration.parallel, tearsDown: configuration.tearsStatesDown)
  }

  /// Verifies all interactions, or as many as are begun before the run is to stop.
  func perform() {
    compiler.start()
    defer { compiler.stop() }
    warn()
    performSteps()
    // What an interruption kept from being torn down was verified all the same.
    for index in attempts.keys.sorted() where attempts[index]?.result != nil { finish(index) }
  }

  private func performSteps() {
    while !shouldStop() {
      switch schedule.action(at: clock.now()) {
      case .setUp(let index): setUp(index)
      case .ask(let index) where usesCommand(index): runCommand(index)
      case .ask: askTogether()
      case .tearDown(let index): tearDown(index)
      case .wait(let due): clock.sleep(min(due - clock.now(), Self.longestPause))
      case .awaitAnswer, .finish: return
      }
    }
  }

  /// Whether an interaction is asked by the message command.
  func usesCommand(_ index: Int) -> Bool {
    messageCommand != nil && items[index].interaction.isMessage
  }

  /// Keeps a result and tells of it.
  func store(_ index: Int, _ result: InteractionResult) { progress(ledger.store(index, result)) }

  /// Keeps that an interaction cannot be used, and tells of it.
  func storeUnusable(_ index: Int, _ reason: String) {
    progress(ledger.storeUnusable(index, reason))
  }

  private func warn() {
    let warnsOfStates = states == nil && !configuration.isStrictAboutStates
    for index in items.indices {
      if items[index].interaction.transport != nil,
        let name = configuration.unknownTransport(of: items[index].interaction)
      {
        ledger.warnOnce(
          "transport \(name)",
          "no --transport for \"\(name)\": its interactions are asked at the default URL")
      }
      for state in warnsOfStates ? items[index].interaction.providerStates : [] {
        ledger.warnOnce(
          "state \(state.name)", "no --state-url for provider state \"\(state.name)\"")
      }
    }
  }
}

extension Interaction {
  /// Whether the provider is asked for a message and not by a request of its own.
  var isMessage: Bool {
    switch content {
    case .message, .synchronousMessage: true
    case .http, .unusable: false
    }
  }
}

extension VerifierConfiguration {
  /// What changes states, if anything does.
  fileprivate var stateHandler: StateChanger.Handler? {
    if let stateAnswers { return .done(stateAnswers) }
    if let stateURL { return .url(stateURL, stateStyle) }
    return stateCommand.map { .command(ProviderCommand(text: $0, limit: commandTimeout)) }
  }
}
