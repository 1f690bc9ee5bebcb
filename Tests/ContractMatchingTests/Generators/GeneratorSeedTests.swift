import ContractMatching
import ContractModel
import Testing

@Suite struct GeneratorSeedTests {
  private let body = #"{"a": 1, "b": "x", "c": ["x", "x"], "d": 1.5, "e": "x", "f": true}"#
  private let generators = #"""
    {"$.a": {"type": "RandomInt", "max": 1000000000}, "$.b": {"type": "Uuid"},
     "$.c[*]": {"type": "Regex", "regex": "(a|b)\\w{5,20}"}, "$.d": {"type": "RandomDecimal"},
     "$.e": {"type": "RandomString"}, "$.f": {"type": "RandomBoolean"}}
    """#

  private func generated(seed: UInt64) throws -> String {
    try GeneratorTesting.body(body, generators, try GeneratorTesting.context(seed: seed))
  }

  @Test func `the same seed gives the same values`() throws {
    for seed in UInt64(0)..<20 { #expect(try generated(seed: seed) == generated(seed: seed)) }
  }

  @Test func `another seed gives other values`() throws {
    #expect(Set(try (UInt64(0)..<50).map(generated)).count == 50)
  }

  @Test func `a context goes on where it is`() throws {
    let response = try GeneratorTesting.response(body: body, generators: generators)
    let plan = try GeneratorPlan(response.generators, rules: [], mode: .consumer)
    var context = try GeneratorTesting.context()
    let first = try plan.generate(response, &context)
    #expect(try plan.generate(response, &context) != first)
  }
}
