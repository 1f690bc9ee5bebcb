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

  // MARK: synchronous messages

  private static func question(replies: String, generators: String = "{}") -> String {
    Pact.file(
      """
      {"type": "Synchronous/Messages", "description": "a question", \
      "providerStates": [{"name": "awake", "params": {"id": 9}}], \
      "request": {"contents": {"contentType": "application/json", "content": {"id": 1}}, \
      "metadata": {"topic": "q"}, "generators": \(generators)}, "response": [\(replies)]}
      """)
  }

  private static let reply = """
    {"contents": {"contentType": "application/json", "content": {"answer": 42}}, \
    "matchingRules": {"body": {"$.answer": {"matchers": [{"match": "integer"}]}}}}
    """

  @Test func `a synchronous message is posted with its contents, and the reply is compared`()
    async throws
  {
    let file = Self.question(
      replies: Self.reply,
      generators: #"{"body": {"$.id": {"type": "ProviderState", "expression": "${id}"}}}"#)
    let good = #"{"answer": 7}"#
    for (answer, code) in [(good, Int32(0)), (good.replacing("7", with: "true"), 1)] {
      try await Verification.with(
        ["a.json": file],
        provider: { _ in
          .response("200 OK", ["Content-Type: application/json"], body: answer)
        }
      ) { verification, server in
        let report = try await verification.report("a.json", "--message-url", server.url + "/ask")
        #expect(report.exitCode == code)
        #expect(report.results[0]["kind"]?.string == "synchronous-message")
        let request = try #require(server.requests.first)
        #expect(request.methodAndTarget == "POST /ask")
        #expect(
          String(decoding: request.body, as: UTF8.self) == """
            {"description":"a question","providerStates":[{"name":"awake","params":{"id":9}}],\
            "request":{"contents":{"contentType":"application/json","encoded":false,\
            "content":{"id":9}},"metadata":{"topic":"q"}}}
            """)
      }
    }
  }

  @Test func `several replies are a list`() async throws {
    let file = Self.question(replies: "\(Self.reply), \(Self.reply)")
    func reply(_ answer: String) -> String {
      #"{"contents": {"contentType": "application/json", "content": {"answer": \#(answer)}}}"#
    }
    for (answer, statuses, error) in [
      ("[\(reply("1")), \(reply("2"))]", ["passed"], ""),
      ("[\(reply("1")), \(reply("\"x\""))]", ["failed"], ""),
      ("[\(reply("1"))]", ["failed"], ""),
      ("{}", ["error"], "expected a JSON list of replies"),
    ] {
      try await Verification.with(
        ["a.json": file], provider: { _ in .response(body: answer) }
      ) { verification, _ in
        let report = try await verification.report("a.json")
        #expect(report.statuses == statuses, "\(answer): \(report.end.output)")
        #expect(report.errors[0].hasPrefix(error))
      }
    }
  }
}
