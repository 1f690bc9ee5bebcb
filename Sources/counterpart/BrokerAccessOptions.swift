import ArgumentParser
import PactBroker

/// Where the broker is, and who asks it.
struct BrokerAccessOptions: ParsableArguments {
  @Option(
    name: .customLong("broker-url"),
    help: "The Pact Broker to get pacts from. [env: PACT_BROKER_BASE_URL]")
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

  func validate() throws {
    if let url {
      let option = brokerURL == nil ? "PACT_BROKER_BASE_URL" : "--broker-url"
      _ = try Self.address(url, option)
    }
    _ = try credentials()
    guard (0...20).contains(brokerRetries) else {
      throw ValidationError("--broker-retries \(brokerRetries): expected 0 to 20")
    }
  }

  /// The options that need an address to be of use, and whether they are given.
  var needs: [(option: String, isGiven: Bool)] {
    let credentials = [brokerUsername, brokerPassword, brokerToken].contains { $0 != nil }
    return [
      ("--broker-username and --broker-token", credentials),
      ("--broker-ca-file", brokerCAFile != nil),
    ]
  }

  /// The broker's address, from the command line or the environment.
  var url: String? { brokerURL ?? Self.environment("PACT_BROKER_BASE_URL") }

  /// The broker's address, taken apart.
  var broker: BrokerAddress? {
    get throws { try url.map { try Self.address($0, "--broker-url") } }
  }

  /// An address that was given.
  static func address(_ url: String, _ option: String) throws -> BrokerAddress {
    do throws(BrokerError) {
      return try BrokerAddress(url)
    } catch {
      throw ValidationError("\(option) \(error)")
    }
  }

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
}
