import Foundation
import TestSupport
import Testing

extension VerifyCommandTests {
  /// The text of the page of a run.
  static func page(
    _ contract: String, _ options: String...,
    provider: @escaping @Sendable (ReceivedRequest) -> ScriptedReply
  ) async throws -> XMLElement {
    try await TemporaryFolder.with(["a.json": contract]) { folder in
      let server = try ScriptedServer(provider)
      defer { server.stop() }
      let verification = Verification(folder: folder, url: server.url)
      _ = try await CommandLineTool.counterpart.run(
        verification.arguments(["a.json", "--html", "page.html"] + options), in: folder.url)
      return try #require(XMLElement(parsing: try folder.read("page.html")))
    }
  }

  /// The request, and the response if there was one.
  private static func sides(of page: XMLElement) -> [String] {
    page.all("pre").filter { $0.attributes["class"] == nil }.map(\.text)
  }

  @Test func `the page shows what was sent and what came, and no secret`() async throws {
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { _ in
      .response("200 OK", ["Content-Type: application/json", "X-Trace: 7"], body: #"{"id":"x"}"#)
    }
    let page = try await Self.page(
      Pact.file(Self.order), "--header", "Authorization=s3cr3t", provider: answer)
    let blocks = Self.sides(of: page)
    #expect(blocks.count == 2)
    #expect(blocks.first?.hasPrefix("GET http://127.0.0.1:") == true)
    #expect(blocks.first?.hasSuffix("/orders/42\nAuthorization: ***\n") == true)
    #expect(blocks.last?.contains("X-Trace: 7\n") == true)
    #expect(!page.all("pre").contains { $0.text.contains("s3cr3t") })
    #expect(page.all("svg").contains { $0.attributes["class"] == "span" })
  }

  @Test func `the page shows the request that got no answer`() async throws {
    let page = try await Self.page(
      Pact.file(Self.order), provider: { _ in .bytes([], then: .close) })
    #expect(page.all("p").contains { $0.text == "None came." })
    #expect(Self.sides(of: page).first?.hasSuffix("/orders/42\n") == true)
  }
}
