import Foundation
import JSONText
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3)))
struct RehearseCommandTests {
  private static let contract = """
    {"consumer": {"name": "shop"}, "provider": {"name": "orders"}, "interactions": [
      {"description": "an order", "request": {"method": "GET", "path": "/orders/42"},
       "response": {"status": 200, "body": {"id": 42}}},
      {"description": "a new order", "request": {"method": "POST", "path": "/orders"},
       "response": {"status": 201}}], "metadata": {"pactSpecification": {"version": "3.0.0"}}}
    """

  private func resilience(_ steps: String, _ expect: String) -> [String: String] {
    [
      "contracts/a.json": Self.contract,
      "r.json": """
      {"client": "curl", "contracts": ["contracts"],
       "faults": [{"interaction": "an order", "steps": [\(steps)]}], "expect": {\(expect)}}
      """,
    ]
  }

  private func client(
    _ options: [String] = [], _ command: [String], in folder: TemporaryFolder
  ) async throws -> ToolOutput {
    try await CommandLineTool.counterpart.run(
      ["rehearse", "client", "r.json"] + options + ["--"] + command, in: folder.url)
  }

  @Test func `curl honours Retry-After and comes again`() async throws {
    let steps = #"{"type": "status", "status": 503, "retry_after": 1}"#
    let expect = #""attempts": {"least": 2, "most": 2}, "retry_after": true, "exit_code": 0"#
    try await TemporaryFolder.with(resilience(steps, expect)) { folder in
      let end = try await client(
        ["--json", "v.json", "--junit", "v.xml"],
        ["curl", "-sS", "--retry", "2", "{url}/orders/42"], in: folder)
      #expect(end.exitCode == 0, "\(end)")
      #expect(end.output.hasPrefix("✓ attempts: 2 of GET /orders/42\n"))
      let json = try JSONDocument(parsing: folder.read("v.json")).root
      #expect(json["holds"]?.boolean == true)
      let first = json["operations"]?[0]?["attempts"]?[0]
      #expect(first?["fault"]?.string == "status,retry_after=1,status=503")
      #expect(first?["failed"]?.boolean == true)
      let xml = String(decoding: try folder.read("v.xml"), as: UTF8.self)
      #expect(xml.contains(#"tests="3" failures="0""#))
      #expect(xml.contains("connection 1  503  status,retry_after=1,status=503"))
    }
  }

  @Test func `curl does not come again after a reset`() async throws {
    let files = resilience(
      #"{"type": "reset_peer"}"#, #""attempts": {"least": 2}, "exit_code": 0"#)
    try await TemporaryFolder.with(files) { folder in
      let end = try await client(
        ["--junit", "v.xml"], ["curl", "-sS", "--retry", "2", "{url}/orders/42"], in: folder)
      #expect(end.exitCode == 1)
      #expect(
        end.output.hasPrefix(
          "✗ attempts: 2 or more of GET /orders/42 were expected, there were 1\n"))
      #expect(
        end.output.contains("✗ exit_code: exit code 0 was expected, it ended with exit code 56"))
      #expect(end.output.contains("curl ended with exit code 56; the last of what it wrote:"))
      let xml = String(decoding: try folder.read("v.xml"), as: UTF8.self)
      #expect(xml.contains(#"tests="2" failures="2""#))
    }
  }

  @Test func `a client that hangs is ended with its children`() async throws {
    let files = resilience(#"{"type": "silence"}"#, #""total": "60s""#)
    try await TemporaryFolder.with(files) { folder in
      let end = try await client(
        ["--time-limit", "500ms"], ["sh", "-c", "curl -s \"$COUNTERPART_URL\"/orders/42; true"],
        in: folder)
      #expect(end.exitCode == 1)
      #expect(end.output.hasPrefix("✗ total: it did not end and was stopped after "))
    }
  }

  @Test func `mistakes are told`() async throws {
    try await TemporaryFolder.with(resilience(#"{"type": "silence"}"#, #""total": "1s""#)) {
      folder in
      let none = try await client([], ["no-such-client"], in: folder)
      #expect(none.exitCode == 66)
      #expect(none.errors.contains("error: there is no program 'no-such-client'"))
      let tool = CommandLineTool.counterpart
      let bare = try await tool.run(["rehearse", "client", "r.json"], in: folder.url)
      #expect(bare.exitCode == 64)
      #expect(bare.errors.contains("expected the client behind '--'"))
      let missing = try await tool.run(["rehearse", "client", "n.json", "--", "x"], in: folder.url)
      #expect(missing.exitCode == 66)
      let wrong = try await tool.run(
        ["rehearse", "matrix", "contracts", "--fault", "resett", "--", "true"], in: folder.url)
      #expect(wrong.exitCode == 64)
      #expect(wrong.errors.contains("--fault resett"))
      let failing = try await tool.run(
        ["rehearse", "matrix", "contracts", "--", "false"], in: folder.url)
      #expect(failing.exitCode == 65)
      #expect(failing.errors.contains("ended with exit code 1 without any fault"))
    }
    let files = resilience(#"{"type": "silence"}"#, #""total": "1s""#)
      .mapValues {
        $0.replacing("\"interaction\": \"an order\"", with: "\"interaction\": \"none\"")
      }
    try await TemporaryFolder.with(files) { folder in
      let unknown = try await client([], ["true"], in: folder)
      #expect(unknown.exitCode == 65)
      #expect(unknown.errors.contains("names the interaction 'none', which none of the"))
    }
  }

  @Test func `a matrix tells how the client coped with each fault`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      let end = try await CommandLineTool.counterpart.run(
        [
          "rehearse", "matrix", "a.json", "--fault", "duplicate_header,name=X-A,value=b", "--fault",
          "reset_peer", "--fault", "silence", "--time-limit", "3s", "--slower", "60s", "--json",
          "m.json", "--html", "m.html", "--junit", "m.xml", "--", "curl", "-sSf",
          "{url}/orders/42",
        ], in: folder.url)
      #expect(end.exitCode == 1, "\(end)")
      let rows = try JSONDocument(parsing: folder.read("m.json")).root["rows"]
      let outcomes = (rows ?? .null).elements.map { row in
        (row["cells"] ?? .null).elements.compactMap { $0["outcome"]?.string }
      }
      #expect(
        outcomes == [["tolerated", "broken", "hung"], ["unreached", "unreached", "unreached"]])
      let lines = end.output.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines.last?.hasPrefix("a new order  –") == true)
      let html = String(decoding: try folder.read("m.html"), as: UTF8.self)
      #expect(html.contains(#"<td class="hung">hung<small>"#))
      let xml = String(decoding: try folder.read("m.xml"), as: UTF8.self)
      #expect(xml.contains(#"tests="6" failures="2" errors="0" skipped="3""#))
    }
  }

  @Test func `a command may ask for one interaction alone`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      let end = try await CommandLineTool.counterpart.run(
        [
          "rehearse", "matrix", "a.json", "--fault", "status,status=404", "--", "curl", "-sSf",
          "-X",
          "{method}", "{url}{path}",
        ], in: folder.url)
      #expect(end.exitCode == 1)
      #expect(end.output.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix("broken") })
    }
  }
}
