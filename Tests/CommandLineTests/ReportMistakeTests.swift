import Foundation
import TestSupport
import Testing

/// Mistakes as people make them who are new to this, and all of what they are told.
@Suite(.timeLimit(.minutes(3))) struct ReportMistakeTests {
  /// The text of a run in which the provider's address and the time are always the same.
  static func text(_ end: ToolOutput, _ url: String) -> String {
    (end.errors + end.output).replacingOccurrences(of: url, with: "http://provider")
      .replacing(/\ in [\d.]+ m?s\n$/, with: " in 7 ms\n")
  }

  /// Checks all of what is told of one interaction and the exit code of the run.
  static func expect(
    _ told: String, code: Int32 = 1, of interaction: String, options: [String] = [],
    provider answer: @escaping @Sendable (ReceivedRequest) -> ScriptedReply,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws {
    let files = ["contracts/shop.json": Pact.file(interaction)]
    try await Verification.with(files, provider: answer) { verification, server in
      let end = try await CommandLineTool.counterpart.run(
        verification.arguments(options.map { $0.replacing("URL", with: server.url) }),
        in: verification.folder.url)
      #expect(end.exitCode == code, sourceLocation: sourceLocation)
      #expect(Self.text(end, server.url) == told, sourceLocation: sourceLocation)
    }
  }

  static func body(_ type: String, _ text: String) -> @Sendable (ReceivedRequest) -> ScriptedReply {
    { _ in .response("200 OK", ["Content-Type: \(type)"], body: text) }
  }

  @Test func `the provider answers with a web page`() async throws {
    try await Self.expect(
      """
      web-shop → order-service
        ✗ an order
            body-content-type $: Expected a body of 'application/json' but the actual content type was \
      'text/html'
              at contracts/shop.json:3
            hint: the answer is a web page, perhaps one for signing in or for errors: is \
      --provider-url the address of the API, and does it want credentials (--header 'Authorization=…')?
            curl -sS -X GET 'http://provider/orders/42'

      1 interaction: 1 failed in 7 ms

      """, of: Pact.http("an order", response: Pact.json(#"{"id": 42}"#)),
      provider: Self.body("text/html; charset=utf-8", "<!DOCTYPE html>\n<h1>Please sign in</h1>"))
  }

  @Test func `a provider state fails`() async throws {
    try await Self.expect(
      """
      web-shop → order-service
        ✗ an order (given order 42 exists) [error]
            state change "order 42 exists" failed: 500 from http://provider/_states: no such table
            at contracts/shop.json:3
            hint: nothing was asked of the provider: what takes states at --state-url has to set this \
      one up, and its log may say why it did not
            curl -sS -X GET 'http://provider/orders/42'

      1 interaction: 1 error in 7 ms

      """, code: 69, of: Pact.http("an order", states: Pact.state("order 42 exists")),
      options: ["--state-url", "URL/_states"],
      provider: { _ in .response("500 Internal Server Error", body: "no such table") })
  }

  @Test func `the address of provider states is wrong`() async throws {
    try await Self.expect(
      """
      web-shop → order-service
        ✗ an order (given order 42 exists) [error]
            state change "order 42 exists" failed: 404 from http://provider/_sates
            at contracts/shop.json:3
            hint: nothing takes states there: is --state-url the address that sets them up?
            curl -sS -X GET 'http://provider/orders/42'

      1 interaction: 1 error in 7 ms

      """, code: 69, of: Pact.http("an order", states: Pact.state("order 42 exists")),
      options: ["--state-url", "URL/_sates"], provider: { _ in .response("404 Not Found") })
  }

  @Test func `a header is missing`() async throws {
    try await Self.expect(
      #"""
      web-shop → order-service
        ✗ an order
            header ETag: Expected a header 'ETag' but was missing
              expected: "3"
              at contracts/shop.json:3
            curl -sS -X GET 'http://provider/orders/42'

      1 interaction: 1 failed in 7 ms

      """#,
      of: Pact.http("an order", response: #"{"status": 200, "headers": {"ETag": ["\"3\""]}}"#),
      provider: { _ in .response("200 OK", ["X-ETag: 3"]) })
  }

  @Test func `a number comes as a text`() async throws {
    let rules = #"{"body": {"$.total": {"matchers": [{"match": "decimal"}]}}}"#
    try await Self.expect(
      """
      web-shop → order-service
        ✗ an order
            body $.total: Expected '39.90' (String) to be a decimal number
              expected: 39.90
              actual:   "39.90"
              at contracts/shop.json:3
            hint: the provider sends $.total as a text: it must have no quotes in JSON
            curl -sS -X GET 'http://provider/orders/42'

      1 interaction: 1 failed in 7 ms

      """, of: Pact.http("an order", response: Pact.json(#"{"total": 39.90}"#, rules: rules)),
      provider: Self.body("application/json", #"{"total":"39.90"}"#))
  }

  @Test func `a date comes in another format`() async throws {
    let rule = #"{"match": "datetime", "format": "yyyy-MM-dd'T'HH:mm:ssXXX"}"#
    let order = Pact.json(
      #"{"at": "2026-01-31T12:00:00Z"}"#, rules: #"{"body": {"$.at": {"matchers": [\#(rule)]}}}"#)
    try await Self.expect(
      """
      web-shop → order-service
        ✗ an order
            body $.at: Expected '31.01.2026 12:00' to match a date-time pattern of \
      'yyyy-MM-dd'T'HH:mm:ssXXX': expected 4 digits or more for the year at character 3, but found '.'
              expected: "2026-01-31T12:00:00Z"
              actual:   "31.01.2026 12:00"
              at contracts/shop.json:3
            curl -sS -X GET 'http://provider/orders/42'

      1 interaction: 1 failed in 7 ms

      """, of: Pact.http("an order", response: order),
      provider: Self.body("application/json", #"{"at":"31.01.2026 12:00"}"#))
  }

  @Test func `an array comes in another order`() async throws {
    try await Self.expect(
      """
      web-shop → order-service
        ✗ an order
            body $.tags[0]: Expected 'b' (String) to be equal to 'a' (String)
              expected: "a"
              actual:   "b"
              at contracts/shop.json:3
            body $.tags[1]: Expected 'a' (String) to be equal to 'b' (String)
              expected: "b"
              actual:   "a"
              at contracts/shop.json:3
            hint: the values of $.tags are right but in another order: if their order means nothing, \
      the contract can say so with the rule 'ignore-order'
            curl -sS -X GET 'http://provider/orders/42'

      1 interaction: 1 failed in 7 ms

      """, of: Pact.http("an order", response: Pact.json(#"{"tags": ["a", "b", "c"]}"#)),
      provider: Self.body("application/json", #"{"tags":["b","a","c"]}"#))
  }

  @Test func `the body is empty`() async throws {
    try await Self.expect(
      """
      web-shop → order-service
        ✗ an order
            body $: Expected a body 'application/json' but it was missing
              expected: {"id":42}
              at contracts/shop.json:3
            curl -sS -X GET 'http://provider/orders/42'

      1 interaction: 1 failed in 7 ms

      """, of: Pact.http("an order", response: Pact.json(#"{"id": 42}"#)),
      provider: Self.body("application/json", ""))
  }

  @Test(arguments: [
    ("401 Unauthorized", "the provider wants credentials: --header 'Authorization=…' sends them"),
    (
      "404 Not Found",
      "the provider has nothing at this path: is a base path missing in --provider-url?"
    ),
    ("503 Service Unavailable", "the provider failed: its log may say why"),
    ("418 I'm a teapot", ""),
  ])
  func `another status comes`(status: String, hint: String) async throws {
    try await Self.expect(
      """
      web-shop → order-service
        ✗ an order
            status: Expected status 200 but was \(status.prefix(3))
              at contracts/shop.json:3
      \(hint.isEmpty ? "" : "      hint: \(hint)\n")\
            curl -sS -X GET 'http://provider/orders/42'

      1 interaction: 1 failed in 7 ms

      """, of: Pact.http("an order"), provider: { _ in .response(status) })
  }

  // MARK: nothing to verify

  /// Runs without a provider that anything would be asked of.
  static func told(_ arguments: [String], files: [String: String]) async throws -> ToolOutput {
    try await TemporaryFolder.with(files) { folder in
      try folder.createFolder("empty")
      return try await CommandLineTool.counterpart.run(
        ["verify", "--provider-url", "http://127.0.0.1:9"] + arguments, in: folder.url)
    }
  }

  @Test func `a contract is broken`() async throws {
    let text = "{\n  \"consumer\": {\"name\": \"web-shop\"}\n  \"provider\": {}\n}"
    let end = try await Self.told(
      ["--provider", "order-service", "shop.json"], files: ["shop.json": text])
    #expect(end.exitCode == 65)
    #expect(end.output == "")
    #expect(
      end.errors == """
        shop.json:3:3: error: not JSON: unexpected '"', expected ',' or '}'

        """)
  }

  @Test func `the provider's name is mistyped`() async throws {
    let file = Pact.file(Pact.http("an order"))
    let end = try await Self.told(
      ["--provider", "order-servcie", "."], files: ["a.json": file])
    #expect(end.exitCode == 65)
    #expect(end.output == "")
    #expect(
      end.errors == """
        error: no contract has an interaction for the provider 'order-servcie'; there are contracts \
        for 'order-service'; did you mean 'order-service'?

        """)
  }

  @Test func `the folder is empty`() async throws {
    let end = try await Self.told(["--provider", "order-service", "empty"], files: [:])
    #expect(end.exitCode == 65)
    #expect(end.output == "")
    #expect(
      end.errors == """
        empty: error: there is no contract in this folder: put the .json files of its consumers \
        there, or name another

        """)
  }

  @Test func `there are no contracts where they are looked for`() async throws {
    let end = try await Self.told(["--provider", "order-service"], files: [:])
    #expect(end.exitCode == 66)
    #expect(end.output == "")
    #expect(
      end.errors == """
        error: there is no file or folder 'contracts'
        name the contract files, or folders of them: counterpart verify PATH …

        """)
  }
}
