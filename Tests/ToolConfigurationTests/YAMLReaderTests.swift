import Testing
import ToolConfiguration

@Suite struct YAMLReaderTests {
  @Test func `YAML says the same as JSON, with its own places`() throws {
    let text = """
      # a comment
      verify: &defaults
        provider-url: "http://a"
        parallel: 4
        broker-token: 1.10
        insecure: true
        header:
          - 'A: b'
          - C=d
      environments:
        ci: {verify: *defaults}
      """
    for environment in [nil, "ci"] {
      #expect(
        try OptionTable.sample().inForce(file: text, name: "c.yaml", environment: environment) == [
          "provider-url=http://a (c.yaml:3:17)", "insecure=true (c.yaml:6:13)",
          "parallel=4 (c.yaml:4:13)", "format=text (default)", "broker-token=*** (c.yaml:5:17)",
          "header=***, *** (c.yaml:8:5)",
        ])
    }
  }

  @Test func `what is wrong is told with its place`() throws {
    let table = try OptionTable.sample()
    #expect(
      table.problems("verify:\n  provider-ur: 1\n  insecure: 'yes'\n", file: "c.yml") == [
        "c.yml:2:3: error: unknown key 'provider-ur'; did you mean 'provider-url'?",
        "c.yml:3:13: error: verify.insecure: The value is of type string, not boolean.",
      ])
    #expect(
      table.problems("verify: {}\nverify: {}", file: "c.yaml") == [
        "c.yaml:2:1: error: the key 'verify' stands here twice"
      ])
  }

  @Test(arguments: [
    "a: [", "a: *b", "? [a]\n: b", "--- {}\n--- {}", "a: \"", "\t- x",
    "\u{FFFE}", "verify: ~",
  ])
  func `what is no YAML, or no configuration, is refused`(text: String) throws {
    let problems = try OptionTable.sample().problems(text, file: "c.yaml")
    #expect(!problems.isEmpty)
    for problem in problems { #expect(problem.hasPrefix("c.yaml:")) }
  }

  @Test func `bytes that are no text are refused`() throws {
    let table = try OptionTable.sample()
    #expect(throws: ConfigurationError.self) {
      try ConfigurationFile([0x61, 0xFF, 0xC0], file: "c.yaml", table: table)
    }
  }

  @Test func `an empty file configures nothing`() throws {
    #expect(try OptionTable.sample().problems("", file: "c.yaml") == [])
    #expect(try OptionTable.sample().problems("# nothing\n", file: "c.yaml") == [])
  }

  @Test func `neither depth nor aliases of aliases take long`() throws {
    let table = try OptionTable.sample()
    var text = "a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(
      table.problems(text, file: "c.yaml").first?.hasSuffix("more than 100000 values") == true)
    let deep = "a: " + String(repeating: "[", count: 5_000)
    #expect(table.problems(deep, file: "c.yaml").first?.contains("nested more than") == true)
  }
}
