import ContractModel
import PactBroker
import Testing

@Suite struct ResultPublicationTests {
  static let provider = """
    {"_links": {"pb:branch-version": {"href": "/p/branches/{branch}/versions/{version}"},
      "pb:version-tag": {"href": "/p/versions/{version}/tags/{tag}"}}}
    """
  static let script = Script(
    pages: [
      "GET http://b/p": provider, "PUT http://b/p/branches/feat%2Fx/versions/1%2B2": "{}",
      "PUT http://b/p/versions/1%2B2/tags/a": "{}", "PUT http://b/p/versions/1%2B2/tags/b": "{}",
      "POST http://b/r/1": #"{"_links": {"self": {"href": "http://b/r/1/7"}}}"#,
      "POST http://b/r/2": "",
    ])

  static func item(_ number: Int, provider: String? = "http://b/p") -> ResultPublication.Item {
    .init(
      publicationURL: "http://b/r/\(number)", providerURL: provider,
      result: PublishedResult(
        providerVersion: "1+2", buildURL: nil, toolVersion: "0", tests: []))
  }

  @Test func `branch and tags come first and once, then each result`() throws {
    let publication = ResultPublication(
      [Self.item(1), Self.item(2)], version: "1+2", branch: "feat/x", tags: ["a", "b"])
    let (published, requests) = try Self.script.hold(publication)
    #expect(
      requests.map { "\($0.method) \($0.url)" } == [
        "GET http://b/p", "PUT http://b/p/branches/feat%2Fx/versions/1%2B2",
        "PUT http://b/p/versions/1%2B2/tags/a", "PUT http://b/p/versions/1%2B2/tags/b",
        "POST http://b/r/1", "POST http://b/r/2",
      ])
    #expect(requests[1].body == Array("{}".utf8))
    #expect(published == ["http://b/r/1/7", "http://b/r/2"])
  }

  @Test func `without branch and tags there are only results`() throws {
    let publication = ResultPublication(
      [Self.item(1, provider: nil)], version: "1+2", branch: nil, tags: [])
    let (_, requests) = try Self.script.hold(publication)
    #expect(requests.map(\.method) == ["POST"])
  }

  @Test func `a broker without branches is told, before anything is published`() {
    var script = Self.script
    script.pages["GET http://b/p"] = #"{"_links": {}}"#
    let publication = ResultPublication([Self.item(1)], version: "1", branch: "main", tags: [])
    let error = #expect(throws: BrokerError.self) { try script.hold(publication) }
    #expect(
      error?.description
        == "http://b/p: the provider has no link 'pb:branch-version', which --provider-branch needs;"
        + " leave it out, or upgrade the broker")
    let other = ResultPublication(
      [Self.item(1, provider: nil)], version: "1", branch: nil, tags: ["a"])
    #expect(throws: BrokerError.self) { try script.hold(other) }
  }

  @Test func `a result that is refused ends it with the broker's reason`() {
    var script = Self.script
    script.statuses["POST http://b/r/1"] = 422
    script.pages["POST http://b/r/1"] = #"{"errors": {"success": ["can't be blank"]}}"#
    let publication = ResultPublication(
      [Self.item(1), Self.item(2)], version: "1", branch: nil, tags: [])
    let error = #expect(throws: BrokerError.self) { try script.hold(publication) }
    #expect(
      error?.description == "http://b/r/1: the broker answered 422 to the publication of a result:"
        + " success: can't be blank")
  }
}
