import Foundation
import JSONText
import TestSupport
import Testing

extension VerifyCommandTests {
  // MARK: messages

  static let message = """
    {"type": "Asynchronous/Messages", "description": "an order was placed", \
    "providerStates": [{"name": "order 42 exists", "params": {"id": 42}}, {"name": "paid"}], \
    "contents": {"contentType": "application/json", "content": {"orderID": 42}}, \
    "metadata": {"topic": "orders"}}
    """

  /// Answers with a message and its metadata.
  static func placed(_ contents: String, topic: String) -> ScriptedReply {
    let metadata = #"{"contentType":"application/json","topic":"\#(topic)"}"#
    return .response(
      "200 OK",
      [
        "Content-Type: application/json",
        "Pact-Message-Metadata: \(Data(metadata.utf8).base64EncodedString())",
      ], body: contents)
  }

  @Test func `a message is asked for at the message URL, and compared with its metadata`()
    async throws
  {
    try await Verification.with(
      ["a.json": Pact.file(Self.message)],
      provider: { _ in Self.placed(#"{"orderID":42}"#, topic: "orders") }
    ) { verification, server in
      let report = try await verification.report(
        "a.json", "--message-url", server.url + "/_messages", "--header", "X-Team=shop")
      #expect(report.exitCode == 0)
      #expect(report.results.map { $0["kind"]?.string } == ["message"])
      let request = try #require(server.requests.first)
      #expect(server.requests.count == 1)
      #expect(request.methodAndTarget == "POST /_messages")
      #expect(request.header("Content-Type") == "application/json")
      #expect(request.header("X-Team") == "shop")
      #expect(
        String(decoding: request.body, as: UTF8.self) == """
          {"description":"an order was placed","providerStates":\
          [{"name":"order 42 exists","params":{"id":42}},{"name":"paid"}]}
          """)
    }
  }

  @Test func `without a message URL the provider is asked at its root`() async throws {
    try await Verification.with(
      ["a.json": Pact.file(Self.message)],
      provider: { _ in Self.placed(#"{"orderID":42}"#, topic: "orders") }
    ) { verification, server in
      let end = try await verification.run("a.json")
      #expect(end.exitCode == 0)
      #expect(server.requests.map(\.methodAndTarget) == ["POST /"])
    }
  }

  @Test func `contents and metadata that differ are mismatches`() async throws {
    try await Verification.with(
      ["a.json": Pact.file(Self.message)],
      provider: { _ in Self.placed(#"{"orderID":43}"#, topic: "refunds") }
    ) { verification, _ in
      let report = try await verification.report("a.json")
      #expect(report.exitCode == 1)
      let mismatches = Array((report.results[0]["mismatches"] ?? .null).elements)
      let places = mismatches.map {
        "\($0["type"]?.string ?? "") \($0["path"]?.string ?? "")"
      }
      #expect(Set(places) == ["body $.orderID", "metadata topic"])
    }
  }

  @Test func `a message that is not given is an error`() async throws {
    try await Verification.with(
      ["a.json": Pact.file(Self.message)],
      provider: { _ in .response("404 Not Found", body: "no such message") }
    ) { verification, _ in
      let report = try await verification.report("a.json")
      #expect(report.exitCode == 69)
      #expect(report.statuses == ["error"])
      #expect(report.errors[0].hasSuffix("failed: 404: no such message"))
    }
  }

  @Test func `a synchronous message is skipped, and the report says why`() async throws {
    let contents = #"{"contents": {"contentType": "text/plain", "content": "hello"}}"#
    let message = """
      {"type": "Synchronous/Messages", "description": "a question", "request": \(contents), \
      "response": [\(contents)]}
      """
    try await Verification.with(["a.json": Pact.file(message, Pact.http("an order"))]) {
      verification, server in
      let report = try await verification.report("a.json")
      #expect(report.exitCode == 0)
      #expect(report.statuses == ["skipped", "passed"])
      #expect(report.counts == [2, 1, 0, 0, 0, 1])
      #expect(report.results[0]["kind"]?.string == "synchronous-message")
      #expect(report.errors[0].contains("synchronous messages cannot be verified"))
      #expect(server.requests.count == 1)
    }
  }
}
