import Foundation
import JSONText
import TestSupport
import Testing

extension VerifyCommandTests {
  // MARK: JSON

  static let mixed = Pact.file(
    Pact.http("right", path: "/right"),
    Pact.http("wrong", path: "/wrong", response: Pact.json(#"{"id": 42}"#)),
    Pact.http("gone", path: "/gone"),
    Pact.http("planned", path: "/planned", isPending: true))

  /// Honours one interaction, breaks one, and does not answer the third.
  static let mixedAnswers: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
    switch request.methodAndTarget {
    case "GET /right": .response()
    case "GET /wrong": json(#"{"id":"a\u0001b"}"#)
    case "GET /gone": .bytes([], then: .close)
    default: .response("404 Not Found")
    }
  }

  @Test func `the JSON report has the members that are promised`() async throws {
    try await Verification.with(["a.json": Self.mixed], provider: Self.mixedAnswers) {
      verification, server in
      let report = try await verification.report("a.json", "--provider-version", "1.2.3")
      #expect(report.exitCode == 1)
      #expect(
        report.json.members.map(\.name) == [
          "version", "seed", "startedAt", "provider", "summary", "results", "warnings",
          "providerOutput",
        ])
      #expect(report.json["version"]?.integer == 1)
      #expect(report.json["seed"]?.isInteger == true)
      let start = try #require(report.json["startedAt"]?.string)
      #expect(start.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
      let provider = #"{"name":"order-service","version":"1.2.3","branch":null}"#
      #expect(report.json["provider"]?.description == provider)
      #expect(report.counts == [4, 1, 1, 1, 1, 0])
      #expect((report.json["summary"]?["durationMs"]?.double ?? -1) >= 0)
      #expect(report.statuses == ["passed", "failed", "error", "pending"])
      for result in report.results {
        #expect(
          result.members.map(\.name) == [
            "consumer", "provider", "description", "providerStates", "key", "kind", "status",
            "durationMs", "location", "mismatches", "error", "comments", "testName", "timings",
            "reproduce", "tries", "latency",
          ])
      }
      let wrong = report.results[1]
      #expect(wrong["location"]?.description == #"{"file":"a.json","line":4}"#)
      #expect(wrong["reproduce"]?.string == "curl -sS -X GET '\(server.url)/wrong'")
      #expect(
        wrong["timings"]?.members.map(\.name) == [
          "dnsMs", "connectMs", "tlsMs", "firstByteMs", "totalMs",
        ])
      let mismatch = try #require(wrong["mismatches"]?[0])
      #expect(
        mismatch.members.map(\.name) == [
          "type", "path", "expected", "actual", "message", "rule", "location",
        ])
      #expect(mismatch["type"]?.string == "body")
      #expect(mismatch["path"]?.string == "$.id")
      #expect(mismatch["expected"]?.string == "42")
      #expect(mismatch["rule"]?.isNull == true)
      #expect(mismatch["location"]?["line"]?.integer == 4)
    }
  }

  @Test func `the file and standard output hold the same JSON`() async throws {
    try await Verification.with(["a.json": Self.mixed], provider: Self.mixedAnswers) {
      verification, _ in
      let end = try await verification.run("a.json", "--format", "json", "--json", "out.json")
      #expect(end.exitCode == 1)
      #expect(end.errors == "")
      #expect(end.outputBytes == (try verification.folder.read("out.json")))
    }
  }

  @Test func `comments, test name, key and states are in both reports`() async throws {
    let interaction = """
      {"type": "Synchronous/HTTP", "key": "k-1", "description": "an order", \
      "providerStates": [{"name": "it exists"}, {"name": "it is paid"}], \
      "comments": {"text": ["mind the gap"], "testname": "shows an order"}, \
      "request": {"method": "GET", "path": "/a"}, "response": {"status": 201}}
      """
    try await Verification.with(["a.json": Pact.file(interaction)]) { verification, _ in
      let end = try await verification.run("a.json", "--json", "out.json")
      #expect(end.output.contains("✗ an order (given it exists, it is paid)\n"))
      #expect(end.output.contains("\n      test: shows an order\n"))
      #expect(end.output.contains("\n      comment: mind the gap\n"))
      let json = try JSONDocument(parsing: try verification.folder.read("out.json")).root
      let result = try #require(json["results"]?[0])
      #expect(result["key"]?.string == "k-1")
      #expect(result["providerStates"]?.description == #"["it exists","it is paid"]"#)
      #expect(result["comments"]?.description == #"["mind the gap"]"#)
      #expect(result["testName"]?.string == "shows an order")
    }
  }

  // MARK: JUnit

  @Test func `the JUnit report is well-formed and counts right`() async throws {
    let files = [
      "a.json": Self.mixed,
      "b.json": Pact.file(Pact.http("right", path: "/right"))
        .replacingOccurrences(of: "web-shop", with: "till"),
    ]
    try await Verification.with(files, provider: Self.mixedAnswers) { verification, _ in
      let end = try await verification.run(".", "--junit", "report.xml")
      #expect(end.exitCode == 1)
      let bytes = try verification.folder.read("report.xml")
      let root = try #require(XMLElement(parsing: bytes))
      #expect(root.name == "testsuites")
      let suites = root.all("testsuite")
      #expect(suites.map { $0.attributes["tests"] } == ["4", "1"])
      #expect(suites.map { $0.attributes["failures"] } == ["1", "0"])
      #expect(suites.map { $0.attributes["errors"] } == ["1", "0"])
      #expect(suites.map { $0.attributes["skipped"] } == ["1", "0"])
      #expect(
        root.all("testcase").map { $0.children.map(\.name) } == [
          [], ["failure"], ["error"], ["skipped"], [],
        ])
      let failure = try #require(root.all("failure").first)
      #expect(failure.text.contains("$.id"))
      #expect(failure.text.contains("a.json:4"))
      #expect(failure.text.contains("curl -sS -X GET"))
      #expect(root.all("skipped").first?.attributes["message"]?.contains("status 200") == true)
    }
  }

  @Test(arguments: [
    "a\u{1}b\u{0}c", "\u{FFFE}\u{FFFF}", "]]><![CDATA[ <x/> &amp; &", "\u{1B}[31mred",
    "\r\n\t\u{85}",
  ])
  func `what XML cannot hold is not in the JUnit report`(body: String) async throws {
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { _ in
      .response(
        "200 OK", ["Content-Type: text/plain", "X-Odd: \u{1}\u{FFFE}<&\""], body: body)
    }
    let response = #"""
      {"status": 200, "headers": {"X-Odd": ["even"]}, \#
      "body": {"contentType": "text/plain", "content": "\u0002]]>"}}
      """#
    let contract = Pact.file(Pact.http("an \\u0007 & <order>", response: response))
    try await Verification.with(["a.json": contract], provider: answer) { verification, _ in
      let end = try await verification.run("a.json", "--junit", "report.xml", "--json", "out.json")
      #expect(end.exitCode == 1)
      let root = try #require(XMLElement(parsing: try verification.folder.read("report.xml")))
      #expect(root.all("failure").count == 1)
      #expect(root.all("testcase").first?.attributes["name"] == "an \u{FFFD} & <order>")
      _ = try JSONDocument(parsing: try verification.folder.read("out.json"))
      #expect(!end.output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }
  }

  @Test func `bytes that are no text are in every report`() async throws {
    let bytes = Array(
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\n".utf8)
    let contract = Pact.file(Pact.http("an order", response: Pact.text("abc")))
    try await Verification.with(
      ["a.json": contract],
      provider: { _ in .bytes(bytes + [0xFF, 0xFE, 0xC3, 0x28], then: .close) }
    ) { verification, _ in
      let end = try await verification.run("a.json", "--junit", "report.xml", "--json", "out.json")
      #expect(end.exitCode == 1)
      _ = try #require(XMLElement(parsing: try verification.folder.read("report.xml")))
      _ = try JSONDocument(parsing: try verification.folder.read("out.json"))
    }
  }

  // MARK: files that cannot be written

  @Test(arguments: ["--json", "--junit", "--html", "--markdown"])
  func `a report that cannot be written is 74, and the result is printed anyway`(option: String)
    async throws
  {
    try await Verification.with(["a.json": Pact.file(Pact.http("an order"))]) {
      verification, _ in
      try verification.folder.createFolder("folder")
      for path in ["a.json/report", "none/report", "folder"] {
        let end = try await verification.run("a.json", option, path)
        #expect(end.exitCode == 74)
        #expect(end.errors.hasPrefix("error: cannot "))
        #expect(end.errors.contains(path))
        #expect(end.output.contains("1 interaction: 1 passed"))
      }
    }
  }

  @Test func `a report takes the place of an old one, and nothing else is left behind`()
    async throws
  {
    let files = ["a.json": Pact.file(Pact.http("an order")), "out/report.xml": "old"]
    try await Verification.with(files) { verification, _ in
      let end = try await verification.run("a.json", "--junit", "out/report.xml")
      #expect(end.exitCode == 0)
      #expect(XMLElement(parsing: try verification.folder.read("out/report.xml")) != nil)
      let folder = verification.folder.url.appendingPathComponent("out").path
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["report.xml"])
    }
  }

  @Test func `a report can be written to a pipe, which stays one`() async throws {
    try await Verification.with(["a.json": Pact.file(Pact.http("an order"))]) {
      verification, _ in
      let path = verification.folder.url.appendingPathComponent("pipe").path
      try #require(mkfifo(path, 0o600) == 0)
      let pipe = open(path, O_RDONLY | O_NONBLOCK)
      defer { close(pipe) }
      let end = try await verification.run("a.json", "--junit", "pipe")
      #expect(end.exitCode == 0)
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      let count = read(pipe, &buffer, buffer.count)
      #expect(XMLElement(parsing: Array(buffer.prefix(max(count, 0)))) != nil)
    }
  }

  // MARK: colour

  @Test func `text is coloured only where that is wished`() async throws {
    try await Verification.with(["a.json": Pact.file(Pact.http("an order"))]) {
      verification, _ in
      let arguments = verification.arguments(["a.json"])
      for (color, environment, isColoured) in [
        ([], [:], false), (["--color", "auto"], [:], false), (["--color", "always"], [:], true),
        (["--color", "always"], ["NO_COLOR": "1"], true), (["--color", "never"], [:], false),
      ] {
        let end = try await CommandLineTool.counterpart.run(
          arguments + color, in: verification.folder.url, environment: environment)
        #expect(end.output.contains("\u{1B}[") == isColoured, "\(color)")
      }
    }
  }
}
