import ContractModel
import JSONText
import Testing
import ToolConfiguration

@Suite struct ConfigurationTests {
  static let file =
    #"{"verify": {"parallel": 3, "format": "json", "provider-url": "http://u:p@a/b@c"}}"#

  @Test func `the command line comes before the environment, the file and the defaults`() throws {
    let table = try OptionTable.sample()
    let variables = ["COUNTERPART_VERIFY_PARALLEL": "2", "COUNTERPART_VERIFY_FORMAT": "text"]
    #expect(
      try table.inForce(["--parallel", "1"], variables: variables, file: Self.file) == [
        "provider-url=http://***@a/b@c (c.json:1:62)", "parallel=1 (command line)",
        "format=text (COUNTERPART_VERIFY_FORMAT)",
      ])
    #expect(try table.inForce() == ["parallel=1 (default)", "format=text (default)"])
  }

  @Test func `only what is not given is added`() throws {
    let table = try OptionTable.sample()
    #expect(
      try table.completed(["--format=text", "x"], file: Self.file) == [
        "--provider-url=http://u:p@a/b@c", "--parallel=3", "--format=text", "x",
      ])
    let paths = #"{"verify": {"paths": ["-a", "b"], "insecure": true, "header": ["A: b", "C: d"]}}"#
    #expect(
      try table.completed([], file: paths) == [
        "--insecure", "--header=A: b", "--header=C: d", "--", "-a", "b",
      ])
    #expect(
      try table.completed(["-H", "E: f", "c"], file: paths) == ["--insecure", "-H", "E: f", "c"])
    #expect(
      try table.completed(["--", "-c"], file: #"{"verify": {"paths": ["a"]}}"#) == ["--", "-c"])
    #expect(try table.completed([], file: #"{"verify": {"insecure": false}}"#) == [])
  }

  @Test func `a variable that no option has is an error with the nearest one`() throws {
    let table = try OptionTable.sample()
    let error = #expect(throws: ConfigurationError.self) {
      try table.inForce(variables: [
        "COUNTERPART_VERIFY_PARALEL": "1", "COUNTERPART_OTHER": "1",
        "COUNTERPART_VERIFY_INSECURE": "perhaps",
      ])
    }
    #expect(
      error?.description == """
        error: COUNTERPART_VERIFY_INSECURE: expected true or false, not 'perhaps'
        error: unknown environment variable 'COUNTERPART_VERIFY_PARALEL'; did you mean \
        'COUNTERPART_VERIFY_PARALLEL'?
        """)
  }

  @Test func `a repeatable variable has a value on each line`() throws {
    #expect(
      try OptionTable.sample().completed([], variables: ["COUNTERPART_VERIFY_HEADER": "A: b\nC: d"])
        == ["--header=A: b", "--header=C: d"])
  }

  @Test func `options about the configuration are taken out, unless the command has them`() throws {
    let table = try OptionTable.sample()
    let verify = GivenArguments(
      ["--config", "f", "--parallel", "--env", "a", "--env=ci"],
      options: table.options(of: "verify"))
    #expect(verify.file == "f")
    #expect(verify.environment == "ci")
    #expect(verify.rest == ["--parallel", "--env", "a"])
    let proxy = GivenArguments(["--config", "f"], options: table.options(of: "proxy"))
    #expect(proxy.file == nil)
    #expect(proxy.rest == ["--config", "f"])
    #expect(GivenArguments(["--env"], options: []).incomplete == "--env")
    #expect(GivenArguments(["-h"], options: []).asksForHelp)
    #expect(!GivenArguments(["--", "-h"], options: []).asksForHelp)
  }

  @Test func `a refusal is told with the place of the value, and without secrets`() throws {
    let option = { (name: String) throws in
      try #require(try OptionTable.sample().options(of: "verify").first { $0.name == name })
    }
    let values = [
      ConfiguredValue(try option("parallel"), ["x"], .file("c.json", .init(line: 2, column: 3))),
      ConfiguredValue(try option("broker-token"), ["s3"], .variable("TOKEN")),
    ]
    #expect(
      ConfigurationBlame.diagnostics("'x' is invalid for '--parallel <n>'", values).map(
        \.description)
        == ["c.json:2:3: error: 'x' is invalid for '--parallel <n>'"])
    #expect(
      ConfigurationBlame.diagnostics("--broker-token s3: too short", values).map(\.description)
        == ["error: TOKEN: --broker-token ***: too short"])
    #expect(ConfigurationBlame.diagnostics("--format is wrong", values) == [])
    let given = ConfiguredValue(try option("format"), ["x"], .commandLine)
    #expect(ConfigurationBlame.diagnostics("'x' is invalid for '--format'", values + [given]) == [])
    #expect(ConfigurationBlame.diagnostics("'x' is wrong", values + [given]).count == 1)
  }
}
