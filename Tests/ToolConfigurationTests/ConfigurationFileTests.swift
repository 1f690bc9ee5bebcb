import Testing
import ToolConfiguration

@Suite struct ConfigurationFileTests {
  @Test func `an unknown key is told with the nearest one and its place`() throws {
    let table = try OptionTable.sample()
    #expect(
      table.problems(#"{"verify": {"provider-ur": "x"}, "verfy": {}}"#) == [
        "c.json:1:13: error: unknown key 'provider-ur'; did you mean 'provider-url'?",
        "c.json:1:34: error: unknown key 'verfy'; did you mean 'verify'?",
      ])
    #expect(
      table.problems(#"{"environments": {"ci": {"verify": {"zzzzzz": 1}}}}"#) == [
        "c.json:1:37: error: unknown key 'zzzzzz'"
      ])
  }

  @Test func `every value of a wrong type is told with its place`() throws {
    let problems = try OptionTable.sample().problems(
      """
      {"verify": {"insecure": "yes",
        "format": "xml", "paths": "contracts"},
       "environments": {"ci": {"verify": {"parallel": 1.5}}}}
      """)
    #expect(problems.count == 4)
    #expect(problems[0].hasPrefix("c.json:1:25: error: verify.insecure: "))
    #expect(problems[1].hasPrefix("c.json:2:13: error: verify.format: "))
    #expect(problems[1].hasSuffix("Expected one of: text, json."))
    #expect(problems[2].hasPrefix("c.json:2:29: error: verify.paths: "))
    #expect(problems[3].hasPrefix("c.json:3:49: error: environments.ci.verify.parallel: "))
  }

  @Test func `a key that stands twice is an error`() throws {
    let text = #"{"verify": {"parallel": 1, "parallel": 2}}"#
    #expect(
      try OptionTable.sample().problems(text) == [
        "c.json:1:28: error: the key 'parallel' stands here twice"
      ])
  }

  @Test(arguments: ["", "[]", "1", #"{"verify": []}"#, "{", "\u{0}"])
  func `what is no configuration is refused`(text: String) throws {
    #expect(try !OptionTable.sample().problems(text).isEmpty)
  }

  @Test func `values of an environment come before the others`() throws {
    let text = """
      {"verify": {"parallel": 2, "provider-url": "http://a"},
       "environments": {"ci": {"verify": {"parallel": 3}}, "empty": {}}}
      """
    let table = try OptionTable.sample()
    let file = try ConfigurationFile(Array(text.utf8), file: "c.json", table: table)
    func values(_ environment: String?) throws -> [[String]] {
      try file.values(of: "verify", in: environment).map(\.values)
    }
    #expect(try values(nil) == [["http://a"], ["2"]])
    #expect(try values("ci") == [["http://a"], ["3"]])
    #expect(try values("empty") == [["http://a"], ["2"]])
    let error = #expect(throws: ConfigurationError.self) { try values("c") }
    #expect(
      error?.description
        == "c.json:2:18: error: there is no environment 'c'; there are 'ci', 'empty'; did you mean 'ci'?"
    )
  }
}
