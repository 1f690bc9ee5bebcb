import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3)))
struct UsageTests {
  static let commands = [
    "mock", "record", "verify", "proxy", "match", "generate", "lint", "convert", "summary",
    "rehearse",
    "config",
  ]

  @Test func `the help names the commands and the exit codes`() async throws {
    let end = try await CommandLineTool.counterpart.run(["--help"])
    #expect(end.exitCode == 0)
    #expect(end.errors == "")
    let listed = end.output.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
      .compactMap { line in
        line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first : nil
      }
    #expect(listed.map(String.init).filter { $0 != "See" } == Self.commands)
    for code in ["64 usage", "65 bad contract file", "66 file missing", "74 input/output"] {
      #expect(end.output.replacing("\n", with: " ").contains(code))
    }
  }

  @Test func `no command prints the help`() async throws {
    let end = try await CommandLineTool.counterpart.run([])
    let help = try await CommandLineTool.counterpart.run(["--help"])
    #expect(end.output == help.output)
  }

  @Test(arguments: [
    (
      "mock",
      """
      host port control-port output unmatched-status state journal admin-host admin-token-file wiremock-compatible \
      junit watch fault-header forward forward-timeout forward-ca allow-target tls tls-ca-out tls-name tls-cert tls-key tls-client-ca \
      tls-fault max-sessions session-expiry cors max-connections log log-format seed version help
      """
    ),
    (
      "verify",
      """
      provider provider-url provider-version state-url state-teardown message-url header junit \
      junit-profile json html markdown format parallel connect-timeout request-timeout ca-file \
      client-certificate client-key insecure seed color version help consumer filter-description \
      filter-state filter-no-state filter-key last-failed dry-run state-style state-command \
      strict-states no-empty-state command-timeout message-command transport retry-until max-latency \
      samples \
      broker-url broker-username broker-password broker-token broker-ca-file broker-retries \
      consumer-version-selector provider-branch provider-tag enable-pending include-wip-since \
      publish build-url ignore-no-pacts \
      start wait-for wait-timeout stop-timeout token-command token-per-request http tls-min proxy no-proxy max-body
      """
    ),
    ("proxy", "listen upstream toxic api api-token-file config seed version help"),
    ("match", "expected actual spec version help"),
    ("generate", "input mode spec context seed version help"),
    ("lint", "version help"),
    ("convert", "consumer provider output replace exact strict wiremock-compatible version help"),
    (
      "summary",
      "results broker-url broker-username broker-password broker-token broker-ca-file broker-retries"
        + " format output version help"
    ),
    (
      "record",
      """
      upstream upstream-timeout upstream-ca output format consumer provider redact-header capture-header \
      keep-latency replace host port limit version help
      """
    ),
    ("config", "config env schema version help"), ("rehearse", "version help"),
  ])
  func `the help of a command has these options, an example and the defaults`(
    command: String, options: String
  ) async throws {
    for arguments in [[command, "--help"], [command, "-h"], ["help", command]] {
      let end = try await CommandLineTool.counterpart.run(arguments)
      #expect(end.exitCode == 0)
      #expect(end.errors == "")
      #expect(end.output.contains("Example: counterpart \(command) "))
      let listed = Set(end.output.matches(of: /--([a-z-]+)/).map { String($0.output.1) })
      #expect(listed == Set(options.split(separator: " ").map(String.init)))
    }
  }

  @Test(arguments: [[], ["mock"], ["verify"], ["match"], ["generate"], ["lint"]])
  func `no help promises what is not there`(command: [String]) async throws {
    let help = try await CommandLineTool.counterpart.run(command + ["--help"]).output.lowercased()
    for word in ["can-i-deploy", "openapi"] {
      #expect(!help.contains(word))
    }
  }

  @Test(arguments: [
    "proxy", "generate", "convert", "proxy --listen 127.0.0.1:0",
    "proxy --upstream 127.0.0.1:1", "proxy --api x", "proxy --api 127.0.0.1:0 --toxic latency",
    "proxy --listen 127.0.0.1:0 --upstream 127.0.0.1:1 --toxic nonsense",
    "proxy --listen 127.0.0.1:0 --upstream 127.0.0.1:1 --toxic bandwidth,rate=0",
    "proxy --listen 127.0.0.1:0 --upstream 127.0.0.1:1 --toxic latency,toxicity=2",
    "generate request --input a.json --mode consumer", "convert a b --to pact-v4", "mock --watch",
    "verify --provider x --provider-url http://127.0.0.1:1 --format html",
    "verify --provider x --provider-url http://127.0.0.1:1 --junit-profile x",
    "verify --provider x --provider-url http://127.0.0.1:1 --broker-url x",
    "verify --provider x --provider-url http://127.0.0.1:1 --publish", "serve", "mock --port",
    "mock --port 65536", "mock --port -1", "mock --control-port 65536", "mock --seed -1",
    "mock --seed x", "lint --fix", "match",
  ])
  func `what is not there is refused`(arguments: String) async throws {
    let words = arguments.split(separator: " ").map(String.init)
    let end = try await CommandLineTool.counterpart.run(words)
    #expect(end.exitCode == 64)
    #expect(end.errors.hasPrefix("Error: "))
    #expect(end.errors.contains("--help' for more information"))
    #expect(end.output == "")
  }

  @Test func `the version is a version`() async throws {
    let end = try await CommandLineTool.counterpart.run(["--version"])
    #expect(end.exitCode == 0)
    #expect(end.errors == "")
    #expect(end.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
}
