import Foundation
import JSONText
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3)))
struct SummaryCommandTests {
  private func run(_ words: [String], in folder: TemporaryFolder) async throws -> ToolOutput {
    try await CommandLineTool.counterpart.run(["summary"] + words, in: folder.url)
  }

  @Test func `a verification is summed up`() async throws {
    try await Verification.with(["contracts/a.json": Pact.file(Pact.http("an order"))]) {
      verification, _ in
      let verified = try await verification.run(
        "--provider-version", "1.2", "--json", "r.json", "contracts")
      #expect(verified.exitCode == 0, "\(verified)")
      let end = try await run(["--results", "r.json", "--format", "json"], in: verification.folder)
      #expect(end.exitCode == 0, "\(end)")
      let json = try JSONDocument(parsing: end.outputBytes).root
      #expect(json["integrationPoints"]?[0]?["results"]?["passed"]?.integer == 1)
      #expect(json["rollbackPoints"]?[0]?["version"]?.string == "1.2")
      for format in ["text", "markdown", "html", "svg", "mermaid"] {
        let printed = try await run(["--format", format], in: verification.folder)
        #expect(printed.exitCode == 0)
        let words = ["--format", format, "--output", "out"]
        let written = try await run(words, in: verification.folder)
        #expect(written.exitCode == 0)
        #expect(written.output == "")
        #expect(try verification.folder.read("out") == printed.outputBytes)
        #expect(printed.output.contains("order-service"))
      }
    }
  }

  @Test func `what cannot be read is told`() async throws {
    let files = [
      "contracts/a.json": Pact.file(Pact.http("an order")), "r.json": "{\n  \"version\": 7}",
      "no.json": "{", "empty/x.txt": "",
    ]
    try await TemporaryFolder.with(files) { folder in
      let report = try await run(["--results", "r.json"], in: folder)
      #expect(report.exitCode == 65)
      #expect(report.errors.hasPrefix("r.json:2:14: error: the version 7 is unknown"))
      #expect(report.output == "")
      #expect(try await run(["--results", "no.json"], in: folder).exitCode == 65)
      #expect(try await run(["--results", "none.json"], in: folder).exitCode == 66)
      #expect(try await run(["none"], in: folder).exitCode == 66)
      #expect(try await run(["empty"], in: folder).exitCode == 65)
      #expect(try await run(["--format", "pdf"], in: folder).exitCode == 64)
      #expect(try await run(["--output", "none/x"], in: folder).exitCode == 74)
    }
  }
}
