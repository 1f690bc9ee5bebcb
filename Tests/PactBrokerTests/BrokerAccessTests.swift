import PactBroker
import Testing

@Suite struct BrokerAccessTests {
  static let bearer = BrokerCredentials.bearer(token: "t")

  @Test func `credentials only go to the broker when there is one`() throws {
    let access = BrokerAccess(
      Self.bearer, broker: try BrokerAddress("http://broker/x"),
      pacts: [try BrokerAddress("http://elsewhere/pact")])
    #expect(access.credentials(for: "http://broker/y") == Self.bearer)
    #expect(access.credentials(for: "http://elsewhere/pact") == .none)
    #expect(access.credentials(for: "https://broker/y") == .none)
    #expect(access.credentials(for: "http://broker:81/y") == .none)
  }

  @Test func `without a broker they go to the pacts' addresses`() throws {
    let pacts = [try BrokerAddress("http://a/1"), try BrokerAddress("http://b/2")]
    let access = BrokerAccess(Self.bearer, broker: nil, pacts: pacts)
    #expect(access.credentials(for: "http://a/3") == Self.bearer)
    #expect(access.credentials(for: "http://b/2") == Self.bearer)
    #expect(access.credentials(for: "http://c/2") == .none)
  }

  @Test func `credentials of an address go to its origin, unless others are given`() throws {
    let broker = try BrokerAddress("http://me:pw@broker/")
    let own = BrokerAccess(.none, broker: broker)
    #expect(own.credentials(for: "http://broker/x") == .basic(user: "me", password: "pw"))
    #expect(own.credentials(for: "http://other/x") == .none)
    let given = BrokerAccess(Self.bearer, broker: broker)
    #expect(given.credentials(for: "http://broker/x") == Self.bearer)
  }

  @Test(arguments: [
    BrokerCredentials.basic(user: "me", password: "secret"), .bearer(token: "secret"), .none,
  ])
  func `a summary does not tell secrets`(credentials: BrokerCredentials) {
    #expect(!credentials.summary.contains("secret"))
  }
}
