import ContractModel
import HTTPExchange
import PactBroker
import Synchronization
import TestBroker
import TestSupport
import Testing

@Suite struct BrokerClientTests {
  static let pact = #"""
    {"consumer": {"name": "web"}, "provider": {"name": "p"}, "interactions": [
      {"description": "a", "request": {"path": "/a"}, "response": {"status": 200}}]}
    """#

  /// What a client did besides what it gave.
  struct Trace {
    var pauses: [Duration] = []
    var lines: [String] = []
  }

  /// Searches the pacts of 'p', without waiting.
  static func search(
    _ url: String, _ credentials: BrokerCredentials = .none, stopAfter: Int = .max
  ) throws -> (result: Result<[BrokerPact], BrokerError>, trace: Trace) {
    let address = try BrokerAddress(url)
    var trace = Trace()
    let client = try BrokerClient(
      BrokerAccess(credentials, broker: address), pause: { trace.pauses.append($0) },
      log: { trace.lines.append($0) }, shouldStop: { trace.pauses.count >= stopAfter })
    let result = Result { () throws(BrokerError) in
      try client.pacts(PactQuery(provider: "p"), at: address)
    }
    return (result, trace)
  }

  @Test func `a broker that recovers is asked again after growing pauses`() throws {
    var traits = TestBroker.Traits()
    traits.failures = 3
    let broker = try TestBroker(traits)
    defer { broker.stop() }
    try broker.publish(Self.pact)
    let (result, trace) = try Self.search(broker.url)
    #expect(try result.get().count == 1)
    #expect(trace.pauses == [.milliseconds(500), .seconds(1), .seconds(2)])
    #expect(
      trace.lines.first == "the broker answered 503 to the request for its index; trying again in"
        + " 500 ms")
  }

  @Test func `a broker that does not recover ends it`() throws {
    var traits = TestBroker.Traits()
    traits.failures = 100
    let broker = try TestBroker(traits)
    defer { broker.stop() }
    let (result, trace) = try Self.search(broker.url)
    let error = #expect(throws: BrokerError.self) { try result.get() }
    #expect(error?.kind == .unreachable)
    #expect(trace.pauses.count == 4)
    #expect(broker.requests.count == 5)
  }

  @Test func `a broker that gives no answer is tried as often, and told with its address`() throws {
    let server = try ScriptedServer { _ in .bytes([], then: .close) }
    defer { server.stop() }
    let (result, trace) = try Self.search(server.url)
    let error = #expect(throws: BrokerError.self) { try result.get() }
    #expect(error?.kind == .unreachable)
    #expect(error?.description.hasPrefix("\(server.endpoint): ") == true)
    #expect(
      error?.description.hasSuffix("5 times; is the broker up, and is its address right?") == true)
    #expect(trace.pauses.count == 4)
  }

  @Test func `whoever is told to stop, stops`() throws {
    var traits = TestBroker.Traits()
    traits.failures = 100
    let broker = try TestBroker(traits)
    defer { broker.stop() }
    let (result, trace) = try Self.search(broker.url, stopAfter: 1)
    #expect(#expect(throws: BrokerError.self) { try result.get() }?.kind == .cancelled)
    #expect(trace.pauses.count == 1)
  }

  @Test(arguments: [
    (BrokerCredentials.basic(user: "me", password: "a:ä"), "Basic bWU6YTrDpA=="),
    (.bearer(token: "abc"), "Bearer abc"),
  ])
  func `credentials are sent with every request`(
    credentials: BrokerCredentials, field: String
  ) throws {
    var traits = TestBroker.Traits()
    traits.authorization = field
    let broker = try TestBroker(traits)
    defer { broker.stop() }
    try broker.publish(Self.pact)
    #expect(try Self.search(broker.url, credentials).result.get().count == 1)
    let (result, trace) = try Self.search(broker.url, .bearer(token: "wrong"))
    let error = #expect(throws: BrokerError.self) { try result.get() }
    #expect(error?.description.hasSuffix("a bearer token was sent: check --broker-token") == true)
    #expect(trace.pauses.isEmpty)
  }

  @Test func `links with an inner address are followed on the outer one`() throws {
    var traits = TestBroker.Traits()
    traits.hasInnerAddress = true
    let broker = try TestBroker(traits)
    defer { broker.stop() }
    try broker.publish(Self.pact)
    #expect(try Self.search(broker.url).result.get().count == 1)
  }

  @Test func `many pacts are fetched in order, each as often as it takes`() throws {
    let broker = try TestBroker()
    defer { broker.stop() }
    let names = (10..<40).map { "web-\($0)" }
    for name in names {
      try broker.publish(Self.pact.replacing("\"web\"", with: "\"\(name)\""))
    }
    let seen = Mutex<Set<String>>([])
    // Each pact fails the first time.
    let server = try ScriptedServer { request in
      let target = request.methodAndTarget
      let isNew = seen.withLock { $0.insert(target).inserted }
      if target.contains("/pact-version/"), isNew { return .response("502 Bad Gateway") }
      return broker.answer(to: request)
    }
    defer { server.stop() }
    let (result, trace) = try Self.search(server.url)
    #expect(try result.get().map { $0.contract?.consumer } == names)
    #expect(trace.pauses == [.milliseconds(500)])
    #expect(trace.lines.count == names.count)
  }

  @Test func `what Pact's command line publishes is found`() throws {
    let broker = try TestBroker()
    defer { broker.stop() }
    let content = Base64.encode(Self.pact.utf8)
    let client = try HTTPClient()
    let answer = client.perform(
      HTTPExchangeRequest(
        method: "POST", url: broker.url + "/contracts/publish",
        body: Array(
          """
          {"pacticipantName": "web", "pacticipantVersionNumber": "1", "branch": "main", "tags": [],
           "contracts": [{"consumerName": "web", "providerName": "p", "specification": "pact",
             "contentType": "application/json", "onConflict": "overwrite", "content": "\(content)"}]}
          """.utf8)))
    #expect(try answer.get().status == 200)
    #expect(try Self.search(broker.url).result.get().count == 1)
  }
}
