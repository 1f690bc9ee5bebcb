import ArgumentParser
import ContractVerifier

/// How `verify` puts a provider into the states of interactions.
struct StateOptions: ParsableArguments {
  @Option(help: "The URL that provider states are posted to.")
  var stateURL: String?

  @Option(
    help: "Where the state stands in the request to --state-url: body or query. (default: body)")
  var stateStyle: StateStyleOption?

  @Option(
    help: """
      A shell command that is run for each provider state instead: it reads the JSON that would be \
      posted, and the JSON object that it writes gives values.
      """)
  var stateCommand: String?

  @Flag(help: "Also tear each state down after the interaction.")
  var stateTeardown = false

  @Flag(
    help: "Take a state that the provider does not know, or that nothing sets up, for an error.")
  var strictStates = false

  @Flag(
    help: """
      Set up no state for interactions without one; they run first, --parallel at a time, and the others \
      follow one by one.
      """)
  var noEmptyState = false

  @Option(help: "How long a command for a state or a message may take, e.g. 500ms or 5s.")
  var commandTimeout = DurationOption(.seconds(30))

  func validate() throws {
    if let stateURL, let problem = VerifierConfiguration.problem(with: stateURL) {
      throw ValidationError("--state-url \(problem)")
    }
    if stateURL != nil, stateCommand != nil {
      throw ValidationError("--state-url and --state-command exclude each other")
    }
    if stateStyle != nil, stateURL == nil {
      throw ValidationError("--state-style goes with --state-url")
    }
    for (option, isGiven) in [
      ("--state-teardown", stateTeardown), ("--no-empty-state", noEmptyState),
    ] where isGiven && stateURL == nil && stateCommand == nil {
      throw ValidationError("\(option) goes with --state-url or --state-command")
    }
    if stateCommand?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("--state-command: expected a command")
    }
    guard commandTimeout.duration > .zero else {
      throw ValidationError("--command-timeout: expected more than 0")
    }
  }

  /// Says to a verification what is wished.
  func apply(to configuration: inout VerifierConfiguration) {
    configuration.stateURL = stateURL
    configuration.stateStyle = stateStyle?.style ?? .body
    configuration.stateCommand = stateCommand
    configuration.tearsStatesDown = stateTeardown
    configuration.isStrictAboutStates = strictStates
    configuration.setsUpEmptyState = !noEmptyState
    configuration.commandTimeout = commandTimeout.duration
  }
}

/// The names of ``StateStyle``.
enum StateStyleOption: String, ExpressibleByArgument, CaseIterable {
  case body
  case query

  var style: StateStyle { self == .body ? .body : .query }
}
