import PactBroker
import Testing

@Suite struct VersionMarkingTests {
  static let links = """
    {"_links": {"pb:branch-version": {"href": "http://in/p/branches/{branch}/versions/{version}"},
      "pb:version-tag": {"href": "/p/versions/{version}/tags/{tag}"}}}
    """
  static let script = Script(pages: [
    "GET http://b/provider": links, "PUT http://b/p/branches/feat%2Fx/versions/1%2B2": "{}",
    "PUT http://b/p/versions/1%2B2/tags/a": "{}", "PUT http://b/p/versions/1%2B2/tags/b": "{}",
  ])

  static func pacts(_ script: Script = PactSearchTests.usual) throws -> [BrokerPact] {
    try PactSearchTests.search(script).output
  }

  @Test func `branch and tags are put once, however many pacts there are`() throws {
    let marking = try VersionMarking(
      "1+2", branch: "feat/x", tags: ["a", "b"], of: try Self.pacts())
    let (_, requests) = try Self.script.hold(marking)
    #expect(
      requests.map(\.line) == [
        "GET http://b/provider", "PUT http://b/p/branches/feat%2Fx/versions/1%2B2 {}",
        "PUT http://b/p/versions/1%2B2/tags/a {}", "PUT http://b/p/versions/1%2B2/tags/b {}",
      ])
  }

  @Test func `without branch and tags there is nothing to ask`() throws {
    let marking = try VersionMarking("1", branch: nil, tags: [], of: try Self.pacts())
    #expect(try Self.script.hold(marking).requests.isEmpty)
  }

  @Test func `a broker without branches is told`() throws {
    let script = Script(pages: ["GET http://b/provider": #"{"_links": {}}"#])
    let branch = try VersionMarking("1", branch: "main", tags: [], of: try Self.pacts())
    let error = #expect(throws: BrokerError.self) { try script.hold(branch) }
    #expect(
      error?.description
        == "http://b/provider: the provider has no link 'pb:branch-version', which --provider-branch"
        + " needs; leave it out, or upgrade the broker")
    let tag = try VersionMarking("1", branch: nil, tags: ["a"], of: try Self.pacts())
    #expect(throws: BrokerError.self) { try script.hold(tag) }
  }

  @Test func `a pact that does not say where its provider is, is told`() throws {
    var script = PactSearchTests.usual
    script.pages["GET http://b/pacts/2"] = PactSearchTests.pact.replacing(
      "pb:provider\"", with: "x\"")
    let pacts = try Self.pacts(script)
    let error = #expect(throws: BrokerError.self) {
      try VersionMarking("1", branch: "main", tags: [], of: pacts)
    }
    #expect(error?.description.hasPrefix("http://b/pacts/2: the pact has no link") == true)
  }
}
