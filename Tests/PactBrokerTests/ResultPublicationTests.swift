import ContractModel
import PactBroker
import Testing

@Suite struct ResultPublicationTests {
  static let publication = ResultPublication(
    PublishedResult(providerVersion: "1", buildURL: nil, toolVersion: "0", tests: []),
    to: "http://b/r/1")

  @Test(arguments: [
    (#"{"_links": {"self": {"href": "http://b/r/1/7"}}}"#, "http://b/r/1/7"), ("", "http://b/r/1"),
  ])
  func `a result gets an address`(body: String, url: String) throws {
    let script = Script(pages: ["POST http://b/r/1": body])
    let (published, requests) = try script.hold(Self.publication)
    #expect(published == url)
    #expect(requests.map(\.method) == ["POST"])
  }

  @Test func `a result that is refused ends it with the broker's reason`() {
    let script = Script(
      pages: ["POST http://b/r/1": #"{"errors": {"success": ["can't be blank"]}}"#],
      statuses: ["POST http://b/r/1": 422])
    let error = #expect(throws: BrokerError.self) { try script.hold(Self.publication) }
    #expect(
      error?.description == "http://b/r/1: the broker answered 422 to the publication of a result:"
        + " success: can't be blank")
  }
}
