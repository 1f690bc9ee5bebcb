import ContractModel
import JSONText
import PactBroker
import Testing

@Suite struct PublishedResultTests {
  static func test(
    _ status: InteractionResult.Status, id: String? = "1", mismatches: [Mismatch] = [],
    error: String? = nil
  ) -> PublishedResult.Test {
    .init(
      id: id,
      result: InteractionResult(
        consumer: "c", provider: "p", description: "an order", status: status,
        mismatches: mismatches, error: error))
  }

  static func result(_ tests: [PublishedResult.Test]) -> PublishedResult {
    PublishedResult(
      providerVersion: "1.2", buildURL: "http://ci/3", toolVersion: "0.1", tests: tests)
  }

  static func body(_ tests: PublishedResult.Test...) -> String {
    String(decoding: result(tests).body, as: UTF8.self)
  }

  @Test func `success is told with each interaction`() {
    #expect(
      Self.body(Self.test(.passed), Self.test(.passed, id: nil)) == """
        {"providerApplicationVersion":"1.2","success":true,"buildUrl":"http://ci/3",\
        "testResults":[{"interactionId":"1","success":true},{"success":true}],\
        "verifiedBy":{"implementation":"Counterpart","version":"0.1"}}
        """)
  }

  @Test(arguments: [InteractionResult.Status.failed, .pending, .error, .skipped])
  func `anything but passed is no success`(status: InteractionResult.Status) {
    #expect(!Self.result([Self.test(.passed), Self.test(status)]).isSuccess)
  }

  @Test(arguments: [
    (Mismatch.Kind.status, #""attribute":"status""#), (.method, #""attribute":"method""#),
    (.path, #""attribute":"path""#), (.query, #""attribute":"query","identifier":"x""#),
    (.header, #""attribute":"header","identifier":"x""#),
    (.body, #""attribute":"body","identifier":"x""#),
    (.bodyContentType, #""attribute":"body","identifier":"$""#),
    (.metadata, #""attribute":"metadata","identifier":"x""#),
  ])
  func `a mismatch is told as the broker shows it`(kind: Mismatch.Kind, text: String) {
    let mismatch = Mismatch(kind, path: "x", expected: "1", actual: "2", message: "differs")
    #expect(
      Self.body(Self.test(.failed, mismatches: [mismatch])).contains(
        #"[{"interactionId":"1","interactionDescription":"an order","success":false,"#
          + #""mismatches":[{\#(text),"description":"differs"}]}]"#))
  }

  @Test func `an error is told as an exception`() {
    let body = Self.body(Self.test(.error, error: "nobody there"))
    #expect(body.contains(#""exceptions":[{"message":"nobody there"}]"#))
  }
}
