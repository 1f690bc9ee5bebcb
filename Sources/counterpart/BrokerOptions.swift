import ArgumentParser
import ContractStore
import PactBroker

/// Where `verify` gets pacts from besides files, and what it tells the broker.
struct BrokerOptions: ParsableArguments {
  @Option(
    name: .customLong("broker-url"),
    help: "The Pact Broker to get the provider's pacts from. [env: PACT_BROKER_BASE_URL]")
  var brokerURL: String?

  @Option(help: "The user for the broker and for PATHs that are URLs. [env: PACT_BROKER_USERNAME]")
  var brokerUsername: String?

  @Option(help: "The user's password; better given by the environment. [env: PACT_BROKER_PASSWORD]")
  var brokerPassword: String?

  @Option(
    help:
      "A bearer token instead of a user; better given by the environment. [env: PACT_BROKER_TOKEN]"
  )
  var brokerToken: String?

  @Option(
    help: "Certificate authorities in PEM form that the broker's certificate is checked against.",
    completion: .file())
  var brokerCAFile: String?

  @Option(help: "How often a request to the broker is repeated when it fails, each time later.")
  var brokerRetries = 4

  @Option(
    name: .customLong("consumer-version-selector"),
    help: """
      Which pacts to get, e.g. '{"mainBranch": true}' or '{"deployedOrReleased": true}' (repeatable). \
      (default: the latest of each consumer)
      """)
  var selectors: [String] = []

  @Option(help: "The branch of the provider's version.")
  var providerBranch: String?

  @Option(
    name: .customLong("provider-tag"), help: "A tag of the provider's version (repeatable).")
  var providerTags: [String] = []

  @Flag(help: "Let pacts that this branch of the provider never honoured fail without counting.")
  var enablePending = false

  @Option(
    help:
      "Also get pacts that no selector chooses if they are newer than this day, as pending ones.")
  var includeWipSince: String?

  @Flag(help: "Publish the results to the broker; needs --provider-version.")
  var publish = false

  @Option(name: .customLong("build-url"), help: "The build, which the published results link to.")
  var buildURL: String?

  @Flag(help: "End well when the broker has no pacts of the provider.")
  var ignoreNoPacts = false

  /// The broker's address, from the command line or the environment.
  var url: String? { brokerURL ?? Self.environment("PACT_BROKER_BASE_URL") }

  /// An environment variable that is not empty.
  private static func environment(_ name: String) -> String? {
    Terminal.environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The credentials: those of the command line, otherwise those of the environment.
  func credentials() throws -> BrokerCredentials {
    if let token = brokerToken {
      if brokerUsername != nil || brokerPassword != nil {
        throw ValidationError(
          "--broker-token contradicts --broker-username and --broker-password")
      }
      return .bearer(token: token)
    }
    let user = brokerUsername ?? Self.environment("PACT_BROKER_USERNAME")
    if brokerUsername == nil, brokerPassword == nil,
      let token = Self.environment("PACT_BROKER_TOKEN")
    {
      if user != nil {
        throw ValidationError("PACT_BROKER_TOKEN and PACT_BROKER_USERNAME contradict each other")
      }
      return .bearer(token: token)
    }
    guard let user else {
      if brokerPassword == nil { return .none }
      throw ValidationError("--broker-password needs --broker-username")
    }
    let password = brokerPassword ?? Self.environment("PACT_BROKER_PASSWORD")
    return .basic(user: user, password: password ?? "")
  }

  /// What the broker is asked for.
  func query(for provider: String) throws -> PactQuery {
    var query = PactQuery(provider: provider)
    for text in selectors {
      do throws(SelectorError) {
        query.selectors += try ConsumerVersionSelector.read(
          text, hasProviderBranch: providerBranch != nil)
      } catch {
        throw ValidationError("--consumer-version-selector \(text): \(error)")
      }
    }
    query.includesPending = enablePending
    query.workInProgressSince = includeWipSince
    query.providerBranch = providerBranch
    query.providerTags = providerTags
    return query
  }
}
