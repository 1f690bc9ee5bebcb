import Foundation
import JSONText
import TestSupport
import Testing

/// What `counterpart` takes from a file and from the environment.
@Suite(.timeLimit(.minutes(3)))
struct ConfigurationTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `the schema in the repository is that of the options`() async throws {
    let end = try await CommandLineTool.counterpart.run(["config", "--schema"])
    let file = Self.root.appendingPathComponent("schemas/counterpart.schema.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(
      end.output == text,
      "run: counterpart config --schema > schemas/counterpart.schema.json")
  }

  @Test(arguments: ["mock", "verify", "proxy"])
  func `every long option of a command can be configured`(command: String) async throws {
    let help = try await CommandLineTool.counterpart.run([command, "--help"]).output
    // Behind "OPTIONS:" or a title; the example above may name others.
    let listed = Set(help.matches(of: /\n  (?:-\w, )?--([a-z-]+)/).map { String($0.output.1) })
    let schema = try await CommandLineTool.counterpart.run(["config", "--schema"])
    let keys = try JSONDocument(parsing: schema.outputBytes).root["$defs"]?[command]?["properties"]
    let known = Set((keys ?? .null).members.map(\.name))
    #expect(!listed.isEmpty)
    #expect(listed.subtracting(["help", "version"]) == known.subtracting(["paths"]))
  }

  @Test(arguments: ["counterpart.json", "counterpart.yaml"])
  func `verify needs no argument`(name: String) async throws {
    try await Verification.with(["a.json": Pact.file(Pact.http("an order"))]) { run, server in
      let text =
        name.hasSuffix("json")
        ? #"{"verify": {"provider": "order-service", "provider-url": "\#(run.url)", "paths": ["a.json"], "format": "json"}}"#
        : "verify:\n  provider: order-service\n  provider-url: \(run.url)\n  paths: [a.json]\n  format: json\n"
      try run.folder.write(text, to: name)
      let end = try await CommandLineTool.counterpart.run(["verify"], in: run.folder.url)
      #expect(end.exitCode == 0, "\(end)")
      #expect(try VerificationReport(end).statuses == ["passed"])
    }
  }

  @Test func `config tells where each value comes from and hides secrets`() async throws {
    try await TemporaryFolder.with([
      "c.json": """
      {"verify": {"provider": "a", "header": ["Authorization: s3cret"]},
       "environments": {"staging": {"verify": {"provider": "b"}}}}
      """
    ]) { folder in
      let end = try await CommandLineTool.counterpart.run(
        ["config", "verify", "--config", "c.json", "--env", "staging"], in: folder.url,
        environment: ["COUNTERPART_VERIFY_PARALLEL": "7"])
      #expect(end.exitCode == 0)
      #expect(!end.output.contains("s3cret"))
      for line in [
        "verify.provider = b  (c.json:2:54)", "verify.header = ***  (c.json:1:40)",
        "verify.parallel = 7  (COUNTERPART_VERIFY_PARALLEL)", "verify.format = text  (default)",
      ] {
        #expect(end.output.split(separator: "\n").contains(Substring(line)), "\(end)")
      }
    }
  }

  @Test func `a wrong configuration ends with 78 and the place`() async throws {
    try await TemporaryFolder.with([
      "counterpart.json": #"{"mock": {"prot": 1}}"#, "port.json": #"{"mock": {"port": 70000}}"#,
    ]) { folder in
      func run(_ words: String..., environment: [String: String] = [:]) async throws -> ToolOutput {
        try await CommandLineTool.counterpart.run(words, in: folder.url, environment: environment)
      }
      let unknown = try await run("mock")
      #expect(unknown.exitCode == 78)
      #expect(
        unknown.errors == "counterpart.json:1:11: error: unknown key 'prot'; did you mean 'port'?\n"
      )
      let port = try await run("--config", "port.json", "mock")
      #expect(port.exitCode == 78)
      #expect(
        port.errors == "port.json:1:19: error: 70000 is no port, expected 0 to 65535\n")
      let given = try await run("mock", "--config=port.json", "--port", "x")
      #expect(given.exitCode == 64)
      let variable = try await run(
        "mock", environment: ["COUNTERPART_CONFIG": "port.json", "COUNTERPART_MOCK_PRT": "1"])
      #expect(variable.exitCode == 78)
      #expect(variable.errors.contains("did you mean 'COUNTERPART_MOCK_PORT'?"))
      #expect(try await run("mock", "--config", "none.json").exitCode == 66)
      #expect(try await run("mock", "--env").exitCode == 64)
      #expect(try await run("config", "lint").exitCode == 64)
      for help in [["mock", "--help"], ["lint", "--help"], ["help", "mock"]] {
        #expect(try await CommandLineTool.counterpart.run(help, in: folder.url).exitCode == 0)
      }
    }
  }

  @Test func `two files in the working directory are one too many`() async throws {
    try await TemporaryFolder.with(["counterpart.json": "{}", "counterpart.yml": ""]) { folder in
      let end = try await CommandLineTool.counterpart.run(["config"], in: folder.url)
      #expect(end.exitCode == 78)
      #expect(end.errors.contains("there are counterpart.json and counterpart.yml; keep one"))
    }
  }
}
