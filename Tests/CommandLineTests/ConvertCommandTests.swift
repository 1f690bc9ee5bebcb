import JSONText
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3)))
struct ConvertCommandTests {
  static let parties = ["--consumer", "web-shop", "--provider", "order-service"]
  static let stub =
    #"{"request": {"method": "GET", "url": "/orders/7"}, "response": {"jsonBody": {"id": 7}}}"#
  static let delayed = """
    {"mappings": [
      {"request": {"method": "GET", "url": "/orders"},
       "response": {"bodyFileName": "orders.json", "fixedDelayMilliseconds": 100}},
      {"request": {"method": "GET", "url": "/old"}, "response": {"proxyBaseUrl": "http://127.0.0.1:1"}}
    ]}
    """

  static func convert(
    _ arguments: [String], _ files: [String: String],
    _ look: (TemporaryFolder, ToolOutput) async throws -> Void
  ) async throws {
    try await TemporaryFolder.with(files) { folder in
      let end = try await CommandLineTool.counterpart.run(
        ["convert"] + arguments + Self.parties, in: folder.url)
      try await look(folder, end)
    }
  }

  @Test func `a contract goes to standard output, and the summary to standard error`() async throws
  {
    try await Self.convert(["a.json"], ["a.json": Self.stub]) { _, end in
      #expect(end.exitCode == 0)
      #expect(end.errors == "converted 1 of 1 stub\n")
      let contract = try JSONValue(parsing: end.output)
      #expect(contract["consumer"]?["name"]?.string == "web-shop")
      #expect(contract["metadata"]?["pactSpecification"]?["version"]?.string == "4.0")
      #expect(contract["interactions"]?.elements.first?["description"]?.string == "GET /orders/7")
    }
  }

  @Test func `a folder is converted with its files, and what is lost is told`() async throws {
    let files = [
      "mocks/mappings/a.json": Self.stub, "mocks/mappings/b.json": Self.delayed,
      "mocks/__files/orders.json": #"[{"id": 7}]"#,
    ]
    try await Self.convert(["mocks", "--output", "pacts/"], files) { folder, end in
      #expect(end.exitCode == 0)
      #expect(end.output == "")
      let lines = end.errors.split(separator: "\n")
      #expect(lines.count == 4, "\(end.errors)")
      #expect(
        lines[0].hasPrefix(
          "mocks/mappings/b.json:3:74: warning: /response/fixedDelayMilliseconds: "))
      #expect(
        lines[1].hasPrefix(
          "mocks/mappings/b.json:4:78: warning: /response/proxyBaseUrl: not converted: "))
      #expect(lines[2] == "pacts/web-shop-order-service.json")
      #expect(lines[3] == "converted 2 of 3 stubs")
      let lint = try await CommandLineTool.counterpart.run(["lint", "pacts"], in: folder.url)
      #expect(lint.output == "2 interactions, 0 fault scripts: 0 errors, 0 warnings\n")
      let text = String(
        decoding: try folder.read("pacts/web-shop-order-service.json"), as: UTF8.self)
      let bodies = try JSONValue(parsing: text)["interactions"]?.elements.map {
        $0["response"]?["body"]?["content"]?.description
      }
      #expect(bodies == [#"{"id":7}"#, #"[{"id":7}]"#])
    }
  }

  @Test func `a file that is there is kept without --replace`() async throws {
    let file = "pacts/web-shop-order-service.json"
    let files = ["a.json": Self.stub, file: "kept"]
    try await Self.convert(["a.json", "--output", "pacts"], files) { folder, end in
      #expect(end.exitCode == 64)
      #expect(end.errors.hasPrefix("Error: '\(file)' is there already; --replace overwrites it\n"))
      #expect(String(decoding: try folder.read(file), as: UTF8.self) == "kept")
      let again = try await CommandLineTool.counterpart.run(
        ["convert", "a.json", "--output", "pacts", "--replace"] + Self.parties, in: folder.url)
      #expect(again.exitCode == 0)
      #expect(String(decoding: try folder.read(file), as: UTF8.self).hasPrefix("{\n"))
    }
  }

  @Test(arguments: [
    ("a.json --strict", 0), ("b.json --strict", 1), ("b.json", 0), ("c.json a.json", 65),
    ("none.json a.json", 66), ("none.json", 66), ("pact.json", 65), ("d.json a.json", 65),
    ("a.json --replace", 64), ("a.json --output a.json/x", 74),
  ])
  func `the exit code says what went wrong`(line: String, code: Int32) async throws {
    let arguments = line.split(separator: " ").map(String.init)
    let files = [
      "a.json": Self.stub, "b.json": Self.delayed, "c.json": "{oops",
      "d.json": #"{"request": {"urlPattern": "("}, "response": {}}"#,
      "pact.json": Pact.file(Pact.http("an order")),
    ]
    try await Self.convert(arguments, files) { _, end in
      #expect(end.exitCode == code, "\(end.errors)")
      // What can be converted is, whatever else is wrong.
      let isConverted = arguments.contains("a.json") && ![64, 74].contains(code)
      #expect(end.output.contains("/orders/7") == isConverted)
    }
  }

  @Test func `with --exact no rule loosens an answer`() async throws {
    let files = ["stubs/mappings/a.json": Self.stub]
    try await Self.convert(["stubs", "--output", "pacts", "--exact"], files) { folder, end in
      #expect(end.exitCode == 0)
      let text = String(
        decoding: try folder.read("pacts/web-shop-order-service.json"), as: UTF8.self)
      #expect(!text.contains("matchingRules"))
    }
  }
}
