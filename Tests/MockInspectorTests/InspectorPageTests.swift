import CLibXML2
import ContractModel
import Testing

@testable import MockEngine
@testable import MockInspector

/// The pages of the inspector.
@Suite struct InspectorPageTests {
  static let hostile = #"<script>alert(1)</script>"><img src=x onerror=alert(2)> & ]]>"#

  static func entry(
    _ number: Int, target: String = "/a", answer: JournalAnswer = .unmatched,
    body: [UInt8] = [], fields: [JournalEntry.Field] = []
  ) -> JournalEntry {
    JournalEntry(
      number: number, method: "GET", target: target, path: target, query: nil, fields: fields,
      body: body, bodyLength: body.count, time: .zero, date: .milliseconds(45_296_789),
      source: RequestSource(connection: 1, client: ClientAddress()), answer: answer, fault: nil,
      status: 404)
  }

  /// Whether a page is well-formed, and how many elements of a name it has.
  static func count(_ page: [UInt8], _ name: String) throws -> Int {
    let document = page.withUnsafeBytes { bytes in
      xmlReadMemory(
        bytes.baseAddress, Int32(bytes.count), nil, "UTF-8",
        Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue))
    }
    let parsed = try #require(document)
    defer { xmlFreeDoc(parsed) }
    func count(_ node: xmlNodePtr?) -> Int {
      var total = 0
      var node = node
      while let at = node {
        if let text = at.pointee.name, String(cString: text) == name { total += 1 }
        if at.pointee.type == XML_ELEMENT_NODE { total += count(at.pointee.children) }
        node = at.pointee.next
      }
      return total
    }
    return count(xmlDocGetRootElement(parsed))
  }

  @Test func `what was recorded is text wherever it stands`() throws {
    let entry = Self.entry(
      1, target: "/\(Self.hostile)", body: Array(Self.hostile.utf8),
      fields: [JournalEntry.Field(name: "X-\(Self.hostile)", value: Self.hostile)])
    let request = InspectedRequest(entry, answer: "stub '\(Self.hostile)'")
    let mismatch = Mismatch(
      .path, expected: Self.hostile, actual: Self.hostile, message: Self.hostile)
    let page = InspectorPage(.requests, title: Self.hostile, depth: 3, session: Self.hostile)
    let details = RequestDetails(
      request, nearest: [.init(name: Self.hostile, location: nil, mismatches: [mismatch])])
    let list = RequestList([request], .all, hasOlder: true, counts: (1, 0))
    let table = InspectorTable(
      Self.hostile, [Self.hostile],
      [[.text(Self.hostile)], [.link(Self.hostile, text: Self.hostile)], [.session(Self.hostile)]],
      empty: "")
    for html in [
      page.html { details.write(page, to: &$0) }, page.html { list.write(page, to: &$0) },
      page.html { table.write(page, to: &$0) },
    ] {
      // One script, the mock's own.
      #expect(try Self.count(html, "script") == 1)
      #expect(try Self.count(html, "img") == 0)
      #expect(String(decoding: html, as: UTF8.self).contains("alert(1)"))
    }
  }

  @Test(arguments: [(1, "ui/stubs"), (2, "../ui/stubs"), (3, "../../ui/stubs")])
  func `links are relative, so that a session's pages lead to its own`(depth: Int, link: String) {
    let page = InspectorPage(.requests, depth: depth)
    let text = String(decoding: page.html { _ in }, as: UTF8.self)
    #expect(text.contains("href=\"\(link)\""))
    #expect(!text.contains("href=\"/"))
  }

  @Test func `an unmatched request tells line by line what differs from the nearest`() throws {
    let mismatch = Mismatch(
      .header, path: "Accept", expected: "text/plain", actual: "text/html",
      message: "header 'Accept' should be 'text/plain' but was 'text/html'")
    let details = RequestDetails(
      InspectedRequest(Self.entry(7), answer: "nothing"),
      nearest: [
        .init(
          name: "stub 'GET /b'",
          location: FileLocation(file: "m.json", line: 3),
          mismatches: [mismatch])
      ])
    let page = InspectorPage(.requests, depth: 3)
    let text = String(decoding: page.html { details.write(page, to: &$0) }, as: UTF8.self)
    #expect(
      text.contains("Closest: stub &apos;GET /b&apos;")
        || text.contains("Closest: stub &#39;GET /b&#39;")
        || text.contains("Closest: stub 'GET /b'"))
    #expect(text.contains("m.json:3"))
    #expect(text.contains("should be"))
    #expect(text.contains("12:34:56.789"))
  }

  @Test func `a body that is no text, or is long, is not shown whole`() throws {
    for (body, words) in [
      ([0xFF, 0x00, 0xFE], "It is no text."),
      (Array(repeating: UInt8(ascii: "a"), count: 70_000), "the last 4464 not shown"),
    ] as [([UInt8], String)] {
      let details = RequestDetails(
        InspectedRequest(Self.entry(1, body: body), answer: ""), nearest: [])
      let page = InspectorPage(.requests, depth: 3)
      let html = page.html { details.write(page, to: &$0) }
      #expect(String(decoding: html, as: UTF8.self).contains(words))
      #expect(html.count < 75_000)
    }
  }
}
