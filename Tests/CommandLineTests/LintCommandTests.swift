import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3)))
struct LintCommandTests {
  static func lint(_ arguments: [String], _ files: [String: String]) async throws -> ToolOutput {
    try await TemporaryFolder.with(files) { folder in
      try folder.createFolder("empty")
      return try await CommandLineTool.counterpart.run(["lint"] + arguments, in: folder.url)
    }
  }

  @Test func `the contracts and mocks of the repository have no error`() async throws {
    let end = try await CommandLineTool.counterpart.run(
      ["lint", "contracts", "mocks"], in: Repository.url)
    #expect(end.exitCode == 0)
    #expect(end.errors == "")
    #expect(end.output.contains("\n16 interactions, 3 fault scripts: 0 errors, "))
  }

  @Test func `nothing wrong is 0, and contracts is the folder that is looked at`() async throws {
    let end = try await Self.lint([], ["contracts/a.json": Pact.file(Pact.http("an order"))])
    #expect(end.exitCode == 0)
    #expect(end.output == "1 interaction, 0 fault scripts: 0 errors, 0 warnings\n")
  }

  @Test func `everything that cannot be used is told with its place, in order`() async throws {
    let faults = """
      {"faults": [{"interaction": "a refund", "steps": [{"type": "reset_peer"}]}]}
      """
    let files = [
      "a.json": Pact.file(
        Pact.http("one", response: Pact.json(#"{"id": 1}"#, rules: Pact.invalidRegex)),
        Pact.http("two", path: "/2", response: Pact.json(#"{"id": 1}"#, rules: Pact.unknownRule)),
        Pact.http("three", path: "/3"), #"{"description": "four", "request": {}}"#),
      "b.json": "{\n  \"consumer\": oops", "c.json": faults,
    ]
    let end = try await Self.lint(["."], files)
    #expect(end.exitCode == 65)
    let lines = end.output.split(separator: "\n")
    let starts = [
      "./a.json:3:", "./a.json:4:", "./a.json:6:", "./b.json:2:15: error: not JSON: ",
      "./c.json: error: ", "4 interactions, 1 fault script: 5 errors, 0 warnings",
    ]
    #expect(lines.count == starts.count, "\(end.output)")
    for (line, start) in zip(lines, starts) { #expect(line.hasPrefix(start)) }
    #expect(lines.dropLast().allSatisfy { $0.contains(": error: ") })
  }

  @Test func `warnings alone are 0`() async throws {
    let rules = #"{"body": {"$.price": {"matchers": [{"match": "type"}]}}}"#
    let contract = Pact.file(
      Pact.http("one", response: Pact.json(#"{"id": 1}"#, rules: rules)), Pact.http("two"))
    let end = try await Self.lint(["a.json"], ["a.json": contract])
    #expect(end.exitCode == 0)
    let lines = end.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("a.json:3:"))
    #expect(lines[0].contains("warning: 'one': the rule for '$.price' applies to nothing"))
    #expect(lines[1].hasPrefix("a.json:4:1: warning: 'two' (a.json:4) expects the same request"))
    #expect(lines[2] == "2 interactions, 0 fault scripts: 0 errors, 2 warnings")
  }

  @Test func `rules of messages are looked at`() async throws {
    let message = """
      {"type": "Asynchronous/Messages", "description": "placed", "contents": \
      {"contentType": "application/json", "content": {"id": 1}}, \
      "matchingRules": \(Pact.unknownRule)}
      """
    let end = try await Self.lint(["a.json"], ["a.json": Pact.file(message)])
    #expect(end.exitCode == 65)
    #expect(end.output.hasPrefix("a.json:3:"))
    #expect(end.output.hasSuffix("\n1 interaction, 0 fault scripts: 1 error, 0 warnings\n"))
  }

  @Test(arguments: [#"{"id": 1}"#, "null"])
  func `a rule that is not known is told of, whatever the body`(body: String) async throws {
    let contract = Pact.file(
      Pact.http("one", response: Pact.json(body, rules: Pact.unknownRule)))
    let end = try await Self.lint(["a.json"], ["a.json": contract])
    #expect(end.output.hasPrefix("a.json:3:"), "\(end)")
  }

  @Test func `a fault script alone is not held against contracts that are not there`()
    async throws
  {
    let faults = """
      {"faults": [{"interaction": "a refund", "steps": [{"type": "reset_peer"}]}]}
      """
    let end = try await Self.lint(["a.json"], ["a.json": faults])
    #expect(end.exitCode == 0)
    #expect(end.output == "0 interactions, 1 fault script: 0 errors, 0 warnings\n")
  }

  @Test func `a missing path is 66, and the others are looked at`() async throws {
    let end = try await Self.lint(["none", "a.json"], ["a.json": Pact.file(Pact.http("an order"))])
    #expect(end.exitCode == 66)
    #expect(end.errors == "error: there is no file or folder 'none'\n")
    #expect(end.output.contains("1 interaction, "))
  }

  @Test func `an empty folder is 65`() async throws {
    let end = try await Self.lint(["empty"], [:])
    #expect(end.exitCode == 65)
    #expect(end.output.hasPrefix("empty: error: there is no contract in this folder"))
  }

  @Test func `an example that breaks its own rule is told of`() async throws {
    let rules = #"{"body": {"$.id": {"matchers": [{"match": "regex", "regex": "[a-z]+"}]}}}"#
    let contract = Pact.file(
      Pact.http("one", response: Pact.json(#"{"id": 1}"#, rules: rules)))
    let end = try await Self.lint(["a.json"], ["a.json": contract])
    #expect(end.exitCode == 0)
    #expect(
      end.output.hasPrefix(
        "a.json:3:1: warning: 'one': the example itself breaks the rule for the body at '$.id':"
          + " Expected 1 to match '[a-z]+'\n"), "\(end.output)")
  }

  @Test func `members that no rule knows are told of`() async throws {
    let rules = """
      {"body": {"$.id": {"matchers": [{"match": "type", "minn": 1}]}, "$.o": {"matchers": [\
      {"match": "eachValue", "rules": [{"match": "type", "Max": 2}], "generator": {}}]}}}
      """
    let contract = Pact.file(
      Pact.http("one", response: Pact.json(#"{"id": 1, "o": {"a": 1}}"#, rules: rules)))
    let end = try await Self.lint(["a.json"], ["a.json": contract])
    #expect(end.exitCode == 0)
    let lines = end.output.split(separator: "\n")
    #expect(lines.count == 4, "\(end.output)")
    #expect(lines[0].contains("the matching rule 'type' has a member 'minn', which no rule knows"))
    #expect(lines[1].contains("has a member 'Max'"))
    #expect(lines[2].contains("the generator of the matching rule 'eachValue' is not used"))
    #expect(lines.dropLast().allSatisfy { $0.hasPrefix("a.json:3:") })
  }
}
