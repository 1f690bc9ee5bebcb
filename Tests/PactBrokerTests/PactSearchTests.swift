import ContractFiles
import ContractModel
import JSONText
import PactBroker
import Testing

@Suite struct PactSearchTests {
  static let index = """
    {"_links": {"pb:provider-pacts-for-verification":
      {"href": "http://inner:9292/for/{provider}", "templated": true}}}
    """
  static let pact = """
    {"consumer": {"name": "web"}, "provider": {"name": "my service"}, "interactions": [
      {"_id": "1", "description": "a", "request": {"path": "/a"}, "response": {"status": 200}}],
     "_links": {"pb:provider": {"href": "/provider"},
       "pb:publish-verification-results": {"href": "http://inner:9292/results"}}}
    """
  static let selected = """
    {"_embedded": {"pacts": [
      {"_links": {"self": {"href": "/pacts/1"}}, "verificationProperties": {"pending": true,
        "notices": [{"when": "before_verification", "text": "It is new."}]}},
      {"_links": {"self": {"href": "http://inner:9292/pacts/2"}}}]}, "_links": {}}
    """
  static let usual = Script(pages: [
    "GET http://b/": index, "POST http://b/for/my%20service": selected,
    "GET http://b/pacts/1": pact, "GET http://b/pacts/2": pact,
  ])

  static func query(
    _ change: (inout PactQuery) throws -> Void = { _ in }
  ) rethrows -> PactQuery {
    var query = PactQuery(provider: "my service")
    try change(&query)
    return query
  }

  static func search(
    _ script: Script, _ query: PactQuery = PactQuery(provider: "my service")
  ) throws -> (output: [BrokerPact], requests: [BrokerRequest]) {
    let address = try BrokerAddress("http://b")
    let (selections, requests) = try script.hold(PactSearch(query, at: address))
    let downloads = try selections.map { try script.hold(PactDownload($0, at: address)) }
    return (downloads.map(\.output), requests + downloads.flatMap(\.requests))
  }

  @Test func `index, selection and pacts are asked for in this order`() throws {
    let (pacts, requests) = try Self.search(Self.usual)
    #expect(
      requests.map(\.line) == [
        "GET http://b/",
        "POST http://b/for/my%20service"
          + #" {"includePendingStatus":false,"consumerVersionSelectors":[]}"#,
        "GET http://b/pacts/1", "GET http://b/pacts/2",
      ])
    #expect(pacts.map(\.url) == ["http://b/pacts/1", "http://b/pacts/2"])
    #expect(pacts.map(\.isPending) == [true, false])
    #expect(pacts[0].notices.map(\.text) == ["It is new."])
    #expect(pacts[0].contract?.interactions.map(\.isPending) == [true])
    #expect(pacts[1].contract?.interactions.map(\.isPending) == [false])
    #expect(pacts[0].publicationURL == "http://b/results")
    #expect(pacts[0].providerURL == "http://b/provider")
    #expect(pacts[0].file.diagnostics.isEmpty, "\(pacts[0].file.diagnostics)")
    let location = pacts[0].contract?.interactions[0].location
    #expect(location?.description == "http://b/pacts/1:2")
  }

  @Test func `everything that selects is in the query`() throws {
    let query = try Self.query { query in
      query.selectors = try ConsumerVersionSelector.read(
        #"{"mainBranch": true, "consumer": "web"}"#, hasProviderBranch: true)
      query.includesPending = true
      query.workInProgressSince = "2026-01-31"
      query.providerBranch = "feat/x"
      query.providerTags = ["a", "b"]
    }
    let (_, requests) = try Self.search(Self.usual, query)
    #expect(
      requests[1].body.map { String(decoding: $0, as: UTF8.self) } == """
        {"providerVersionTags":["a","b"],"includePendingStatus":true,\
        "includeWipPactsSince":"2026-01-31",\
        "consumerVersionSelectors":[{"mainBranch":true,"consumer":"web"}],\
        "providerVersionBranch":"feat/x"}
        """)
  }

  @Test func `an old broker gives the latest pacts`() throws {
    let script = Script(pages: [
      "GET http://b/": #"{"_links": {"pb:latest-provider-pacts": {"href": "/latest/{provider}"}}}"#,
      "GET http://b/latest/my%20service":
        #"{"_links": {"pb:pacts": [{"href": "/1"}], "pacts": [{"href": "/1"}, {"href": "/2"}]}}"#,
      "GET http://b/1": Self.pact, "GET http://b/2": Self.pact,
    ])
    let (pacts, _) = try Self.search(script)
    #expect(pacts.map(\.url) == ["http://b/1", "http://b/2"])
    let query = Self.query { $0.workInProgressSince = "2026-01-31" }
    let error = #expect(throws: BrokerError.self) { try Self.search(script, query) }
    #expect(error?.description.contains("this broker is too old") == true)
  }

  @Test func `a provider that the broker does not know has no pacts`() throws {
    var script = Self.usual
    script.pages["POST http://b/for/my%20service"] = nil
    #expect(try Self.search(script).output.isEmpty)
    script.pages["POST http://b/for/my%20service"] = #"{"_embedded": {"pacts": []}, "_links": {}}"#
    #expect(try Self.search(script).output.isEmpty)
  }

  @Test func `a pact that is no contract is told with its address`() throws {
    var script = Self.usual
    script.pages["GET http://b/pacts/2"] = "<html>"
    let pacts = try Self.search(script).output
    #expect(pacts[1].contract == nil)
    #expect(
      pacts[1].file.diagnostics.map(\.description).first?.hasPrefix("http://b/pacts/2:1:1: ")
        == true)
  }

  @Test(arguments: [
    ("GET http://b/", "<html>", 200, BrokerError.Kind.notHAL, "expected HAL"),
    ("GET http://b/", "[]", 200, .notHAL, "expected HAL"),
    ("GET http://b/", #"{"_links": {}}"#, 200, .notHAL, "neither 'pb:provider-pacts-for-verif"),
    ("GET http://b/", "", 404, .notFound, "is --broker-url the address of a Pact Broker?"),
    ("GET http://b/", "", 302, .notHAL, "redirects, which is not followed"),
    ("GET http://b/", "", 401, .unauthorized, "no credentials were sent: give --broker-token"),
    ("GET http://b/", "", 403, .unauthorized, "they need permission"),
    ("GET http://b/", #"{"error": {"message": "no"}}"#, 500, .unreachable, "answered 500"),
    (
      "POST http://b/for/my%20service", #"{"errors": {"x": ["is bad", "is old"], "y": "z"}}"#, 400,
      .refused, "the request for the pacts of 'my service': x: is bad; x: is old; y: z"
    ),
    (
      "POST http://b/for/my%20service", #"{"_embedded": {"pacts": [{}]}, "_links": {}}"#, 200,
      .notHAL, "has no link 'self'"
    ),
    ("GET http://b/pacts/2", "", 404, .notFound, "http://b/pacts/2: there is no pact at"),
  ])
  func `an answer that does not fit is an error that says what to do`(
    name: String, body: String, status: Int, kind: BrokerError.Kind, text: String
  ) throws {
    var script = Self.usual
    script.pages[name] = body
    script.statuses[name] = status
    let error = #expect(throws: BrokerError.self) { try Self.search(script) }
    #expect(error?.kind == kind)
    #expect(error?.description.contains(text) == true, "\(error?.description ?? "")")
    #expect(error?.description.hasPrefix("http://b/") == true)
  }

  @Test func `a single pact is downloaded from its address`() throws {
    let address = try BrokerAddress("http://me:pw@b/pacts/1")
    let (pact, requests) = try Self.usual.hold(PactDownload(address))
    #expect(requests.map(\.line) == ["GET http://b/pacts/1"])
    #expect(pact.publicationURL == "http://b/results")
    let error = #expect(throws: BrokerError.self) {
      try Self.usual.hold(PactDownload(try BrokerAddress("http://b/none")))
    }
    #expect(error?.description == "http://b/none: there is no pact at this address (404)")
  }
}
