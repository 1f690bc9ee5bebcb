import PactBroker
import Testing

@Suite struct MatrixQueryTests {
  static let url =
    "http://b/matrix?q[][pacticipant]=my%20web&q[][pacticipant]=orders&latestby=cvpv&limit=1000"

  private func rows(_ page: String) throws -> [MatrixRow] {
    let query = MatrixQuery("my web", "orders", at: try BrokerAddress("http://b"))
    return try Script(pages: ["GET \(Self.url)": page]).hold(query).output
  }

  @Test func `rows are read, verified or not`() throws {
    let rows = try rows(
      """
      {"summary": {}, "matrix": [
        {"consumer": {"version": {"number": "2"}}, "provider": {"version": {"number": "7"}},
         "pact": {"createdAt": "2026-01-02T00:00:00+00:00"},
         "verificationResult": {"success": false, "verifiedAt": "2026-01-03T00:00:00+00:00",
           "_links": {"self": {"href": "http://inner:9292/results/1"}}}},
        {"consumer": {"version": {"number": "1"}}, "provider": {"version": null}, "pact": {},
         "verificationResult": null}]}
      """)
    #expect(rows.map(\.consumerVersion) == ["2", "1"])
    let verification = try #require(rows.first?.verification)
    #expect(verification.version == "7")
    #expect(!verification.isSuccess)
    #expect(verification.url == "http://b/results/1")
    #expect(rows.last?.verification == nil)
  }

  @Test(arguments: ["", "[]", "{}", #"{"matrix": 1}"#, #"{"matrix": [{}]}"#])
  func `what is no matrix is told`(page: String) {
    let error = #expect(throws: BrokerError.self) { try rows(page) }
    #expect(error?.description.contains("matrix") == true)
  }

  @Test func `details say which interactions failed`() throws {
    let page = """
      {"testResults": [{"interactionId": "a", "success": true}, {"success": false},
        {"interactionId": "b", "success": false}, {"interactionId": "b", "success": true}]}
      """
    let script = Script(pages: ["GET http://b/r": page, "GET http://b/x": "no JSON"])
    #expect(try script.hold(ResultDetails("http://b/r")).output == ["a": true, "b": false])
    #expect(try script.hold(ResultDetails("http://b/x")).output == [:])
    #expect(try script.hold(ResultDetails("http://b/none")).output == [:])
  }
}
