import PactBroker
import Testing

@Suite struct BrokerAddressTests {
  @Test(arguments: [
    ("/pacts/1", "https://broker.example/pacts/1"),
    ("https://broker.example/a?b=c", "https://broker.example/a?b=c"),
    // What the broker believes its address to be does not matter, nor do credentials go there.
    ("http://inner:9292/a?b=c", "https://broker.example/a?b=c"),
    ("//inner/a", "https://broker.example/a"),
    ("4", "https://broker.example/base/pacts/4"),
    ("../5", "https://broker.example/base/5"),
    ("./6?x=1", "https://broker.example/base/pacts/6?x=1"),
    ("..", "https://broker.example/base/"),
    ("?page=2", "https://broker.example/base/pacts/3?page=2"),
    ("", "https://broker.example/base/pacts/3?page=1"),
  ])
  func `links are resolved on the broker's own origin`(link: String, url: String) throws {
    let address = try BrokerAddress("https://broker.example/base")
    let document = "https://broker.example/base/pacts/3?page=1"
    #expect(address.resolve(link, in: document) == url)
  }

  @Test(arguments: [
    ("http://b", "http://b/"), ("http://b/", "http://b/"), ("http://b/base", "http://b/base/"),
  ])
  func `the index ends with a slash`(url: String, index: String) throws {
    #expect(try BrokerAddress(url).index == index)
  }

  @Test func `credentials in the address are taken out of it`() throws {
    let address = try BrokerAddress("http://me:a%40b@broker.example:80/x")
    #expect(address.url == "http://broker.example:80/x")
    #expect(address.origin == "http://broker.example:80")
    #expect(address.credentials == .basic(user: "me", password: "a@b"))
  }

  @Test(arguments: ["broker.example", "ftp://b", "http://", "http://b:0", "http://[::1"])
  func `what is no address is refused`(url: String) {
    #expect(throws: BrokerError.self) { try BrokerAddress(url) }
  }

  @Test func `credentials in an address that is refused are not told`() {
    let error = #expect(throws: BrokerError.self) {
      try BrokerAddress("http://me:secret@broker:99999")
    }
    #expect(error?.description.contains("secret") == false)
  }
}
