import ArgumentParser
import ContractVerifier

/// Where `verify` asks interactions that do not go to the provider's URL.
struct TransportOptions: ParsableArguments {
  @Option(help: "The URL that messages are asked from. (default: the provider's URL)")
  var messageURL: String?

  @Option(
    help: """
      A shell command that is run for each message instead: it reads the JSON that would be posted, and \
      writes {"contents": …, "metadata": {…}}.
      """)
  var messageCommand: String?

  @Option(
    name: .customLong("transport"),
    help: """
      The base URL of interactions whose contract names this transport, as 'NAME=URL' (repeatable); http \
      and message are those that name none.
      """)
  var transports: [TransportOption] = []

  func validate() throws {
    if let messageURL, let problem = VerifierConfiguration.problem(with: messageURL) {
      throw ValidationError("--message-url \(problem)")
    }
    if messageURL != nil, messageCommand != nil {
      throw ValidationError("--message-url and --message-command exclude each other")
    }
    if messageCommand?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("--message-command: expected a command")
    }
    var names: Set<String> = []
    for transport in transports {
      if let problem = VerifierConfiguration.problem(with: transport.url, isBase: true) {
        throw ValidationError("--transport \(transport.name): \(problem)")
      }
      guard names.insert(transport.name).inserted else {
        throw ValidationError("--transport \(transport.name) is given twice")
      }
    }
    if names.contains("message"), messageURL != nil || messageCommand != nil {
      let other = messageURL == nil ? "--message-command" : "--message-url"
      throw ValidationError("--transport message and \(other) exclude each other")
    }
  }

  /// Says to a verification what is wished.
  func apply(to configuration: inout VerifierConfiguration) {
    configuration.messageURL = messageURL
    configuration.messageCommand = messageCommand
    for transport in transports { configuration.transports[transport.name] = transport.url }
  }
}

/// A transport and its base URL: `NAME=URL`.
struct TransportOption: ExpressibleByArgument {
  let name: String
  let url: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    name = String(parts[0])
    url = String(parts[1])
  }
}
