import PactBroker
import Testing

@Suite struct BrokerNoticeTests {
  /// A notice of a pact that was selected for verification.
  static func notice(_ time: String?) throws -> BrokerNotice {
    let time = time.map { #""when": "\#($0)", "# } ?? ""
    let selected = """
      {"_embedded": {"pacts": [{"_links": {"self": {"href": "/pacts/1"}},
        "verificationProperties": {"notices": [{\(time)"text": "Look."}, {"when": "later"}]}}]},
       "_links": {}}
      """
    var script = PactSearchTests.usual
    script.pages["POST http://b/for/my%20service"] = selected
    let notices = try #require(try PactSearchTests.search(script).output.first).notices
    #expect(notices.count == 1, "one without a text is none")
    return try #require(notices.first)
  }

  @Test(arguments: [nil, "before_verification"])
  func `a notice is told before the verification`(time: String?) throws {
    let notice = try Self.notice(time)
    #expect(notice.isBefore)
    #expect(!notice.isAfter(success: true, published: true))
    #expect(notice.text == "Look.")
  }

  @Test func `a notice is told after a verification that ended as it says`() throws {
    let notice = try Self.notice("after_verification:success_true_published_false")
    #expect(!notice.isBefore)
    #expect(notice.isAfter(success: true, published: false))
    #expect(!notice.isAfter(success: false, published: false))
    #expect(!notice.isAfter(success: true, published: true))
  }

  @Test func `a notice without conditions is told after any verification`() throws {
    let notice = try Self.notice("after_verification")
    #expect(notice.isAfter(success: true, published: false))
    #expect(notice.isAfter(success: false, published: true))
  }

  @Test func `a notice for another time is not told`() throws {
    let notice = try Self.notice("after_deployment")
    #expect(!notice.isBefore)
    #expect(!notice.isAfter(success: true, published: true))
  }
}
