import ArgumentParser
import ContractFiles
import MockEngine
import MockServer

/// What is made of recorded traffic.
struct RecordOptions: ParsableArguments {
  /// The format of what is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case pact, wiremock
  }

  @Option(
    name: .shortAndLong,
    help: "The folder that the recording is written to; it is made if need be.",
    completion: .directory)
  var output: String

  @Option(help: "Write one Pact file, or WireMock mappings.")
  var format = Format.pact

  @Option(help: "The consumer that a Pact file names.")
  var consumer: String?

  @Option(help: "The provider that a Pact file names. (default: the host of --upstream)")
  var provider: String?

  @Option(
    name: .customLong("redact-header"),
    help: ArgumentHelp(
      """
      A header whose values are secret, besides Authorization, cookies and the usual names of keys and tokens (repeatable).
      """, valueName: "name"))
  var redacted: [String] = []

  @Option(
    name: .customLong("capture-header"),
    help: ArgumentHelp(
      """
      A header by which requests are told apart, besides Content-Type, Accept and Authorization in a Pact file (repeatable).
      """, valueName: "name"))
  var captured: [String] = []

  @Flag(help: "Keep how long the service took, so that a mock takes as long.")
  var keepLatency = false

  @Flag(help: "Overwrite the files of an earlier recording.")
  var replace = false

  func validate() throws {
    guard format == .pact || consumer == nil && provider == nil else {
      throw ValidationError("--consumer and --provider go with --format pact")
    }
    guard format == .wiremock || consumer != nil else {
      throw ValidationError(
        "a Pact file names its consumer: say who sends the requests with --consumer")
    }
    for name in [consumer, provider] where name?.isEmpty == true {
      throw ValidationError("a name is empty")
    }
  }

  /// What is secret.
  var redaction: TrafficRedaction { TrafficRedaction(also: redacted) }

  /// The provider that a Pact file names.
  func provider(_ target: ForwardTarget) -> String { provider ?? target.host }
}
