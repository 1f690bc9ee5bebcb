import ContractDSL
import Testing

/// What cannot be right is told of, with the interaction and the line of the source.
@Suite struct ProblemTests {
  private static func response(_ pattern: JSONPattern) -> Interaction {
    Interaction("a request", request: .get("/"), response: .json(.ok, pattern))
  }

  @Test(arguments: [
    (response(["id": 1, "id": 2]), "the key 'id' stands twice"),
    (response(["id": .matching("[", example: "x")]), "regular expression"),
    (response(["id": .matching("a", example: "x")]), "the example itself breaks the rule"),
    (response(["id": .dateTime("yesterday")]), "the example itself breaks the rule"),
    (response(["id": .each(1, min: 3, max: 2)]), "less than the least"),
    (response(["id": .decimal(.nan)]), "$.id"),
    (Interaction(" ", request: .get("/"), response: .status(200)), "the description is empty"),
    (Interaction("a", request: .get("x"), response: .status(200)), "does not start with '/'"),
    (Interaction("a", request: .get("/?a=1"), response: .status(200)), "'query:'"),
    (Interaction("a", request: .get("/"), response: .status(42)), "between 100 and 599"),
    (
      Interaction("a", request: .get("/", headers: ["A": "1", "a": "2"]), response: .status(200)),
      "the name stands twice"
    ),
    (
      Interaction(
        "a", given: .state("s", ["a": 1, "a": 2]), request: .get("/"), response: .status(200)),
      "the key 'a' stands twice"
    ),
  ])
  func `what cannot be right is told of`(interaction: Interaction, problem: String) throws {
    let problems = interaction.problems
    #expect(problems.contains { $0.message.contains(problem) }, "\(problems)")
    let first = try #require(problems.first)
    #expect(first.file == "ContractDSLTests/ProblemTests.swift")
    #expect(first.position != nil)
    #expect(throws: ContractProblems.self) {
      try Contract(consumer: "c", provider: "p", interactions: [interaction]).validated()
    }
  }
}
