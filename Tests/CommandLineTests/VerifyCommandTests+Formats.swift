import Foundation
import TestSupport
import Testing

/// The reports for browsers, merge requests and GitHub, and the profiles of JUnit XML.
extension VerifyCommandTests {
  // MARK: HTML and Markdown

  @Test func `the page and the Markdown say what differs`() async throws {
    try await Verification.with(["a.json": Self.mixed], provider: Self.mixedAnswers) {
      verification, _ in
      let end = try await verification.run(
        "a.json", "--html", "report.html", "--markdown", "report.md")
      #expect(end.exitCode == 1)
      #expect(end.errors == "")
      #expect(end.output.contains("4 interactions: 1 passed"))
      let page = try #require(XMLElement(parsing: try verification.folder.read("report.html")))
      #expect(page.name == "html")
      let rows = page.all("details")
      #expect(
        rows.map { $0.attributes["data-status"] } == ["passed", "failed", "error", "pending"])
      let text = String(decoding: try verification.folder.read("report.md"), as: UTF8.self)
      #expect(text.hasPrefix("### ✗ Contracts of <code>order-service</code>\n"))
      #expect(text.contains("4 interactions: 1 passed, 1 failed, 1 error, 1 pending in "))
      #expect(text.contains("\n<summary>✗ <code>wrong</code></summary>\n"))
      #expect(text.contains("\n```sh\ncurl -sS -X GET "))
    }
  }

  // MARK: GitHub

  @Test func `the format github prints annotations and appends to the job summary`() async throws {
    let files = ["a.json": Self.mixed, "summary.md": "before\n"]
    try await Verification.with(files, provider: Self.mixedAnswers) { verification, _ in
      let end = try await CommandLineTool.counterpart.run(
        verification.arguments(["a.json", "--format", "github", "--markdown", "report.md"]),
        in: verification.folder.url, environment: ["GITHUB_STEP_SUMMARY": "summary.md"])
      #expect(end.exitCode == 1)
      let lines = end.output.split(separator: "\n")
      let start = try #require(lines.first)
      #expect(start.hasPrefix("::stop-commands::counterpart"))
      let token = start.dropFirst("::stop-commands::".count)
      let annotations = lines.drop { $0 != "::\(token)::" }.dropFirst()
      #expect(annotations.count == 3)
      #expect(
        annotations.first?.hasPrefix("::error file=a.json,line=4,title=failed%3A wrong") == true)
      #expect(annotations.last?.hasPrefix("::warning file=a.json,line=") == true)
      let report = try verification.folder.read("report.md")
      #expect(try verification.folder.read("summary.md") == Array("before\n".utf8) + report)
    }
  }

  @Test(arguments: [("text", "summary.md"), ("github", "")])
  func `there is no job summary that nobody asked for`(format: String, path: String) async throws {
    try await Verification.with(["a.json": Pact.file(Pact.http("an order"))]) { verification, _ in
      let end = try await CommandLineTool.counterpart.run(
        verification.arguments(["a.json", "--format", format]),
        in: verification.folder.url, environment: ["GITHUB_STEP_SUMMARY": path])
      #expect(end.exitCode == 0)
      #expect(!verification.folder.has("summary.md"))
    }
  }

  @Test func `a job summary that cannot be written is 74`() async throws {
    try await Verification.with(["a.json": Pact.file(Pact.http("an order"))]) { verification, _ in
      let end = try await CommandLineTool.counterpart.run(
        verification.arguments(["a.json", "--format", "github"]),
        in: verification.folder.url, environment: ["GITHUB_STEP_SUMMARY": "none/summary.md"])
      #expect(end.exitCode == 74)
      #expect(end.errors.contains("none/summary.md"))
    }
  }

  // MARK: JUnit

  @Test func `the profile rich names the place in the contract`() async throws {
    try await Verification.with(["a.json": Self.mixed], provider: Self.mixedAnswers) {
      verification, _ in
      _ = try await verification.run("a.json", "--junit", "out.xml", "--junit-profile", "rich")
      let root = try #require(XMLElement(parsing: try verification.folder.read("out.xml")))
      let cases = root.all("testcase")
      #expect(cases.map { $0.attributes["file"] } == .init(repeating: "a.json", count: 4))
      #expect(cases.first?.attributes["line"] == "3")
    }
  }

  @Test func `the profile surefire writes a file for each contract`() async throws {
    let other = Pact.file(Pact.http("right", path: "/right"))
      .replacingOccurrences(of: "web-shop", with: "till")
    let files = ["a.json": Self.mixed, "b.json": other]
    try await Verification.with(files, provider: Self.mixedAnswers) { verification, _ in
      let end = try await verification.run(
        ".", "--junit", "new/reports/", "--junit-profile", "surefire")
      #expect(end.exitCode == 1)
      for (name, count) in [("web-shop", "4"), ("till", "1")] {
        let file = "new/reports/TEST-\(name).order-service.xml"
        let root = try #require(XMLElement(parsing: try verification.folder.read(file)))
        #expect(root.name == "testsuite")
        #expect(root.attributes["tests"] == count)
      }
    }
  }

  // MARK: usage

  @Test(arguments: [
    ("--json x --html x", "--json and --html"),
    ("--junit a/b --markdown ./a//b", "--junit and --markdown"),
    ("--html x --markdown x", "--html and --markdown"),
  ])
  func `two reports cannot be one file`(options: String, names: String) async throws {
    try await Verification.with([:]) { verification, _ in
      let end = try await CommandLineTool.counterpart.run(
        verification.arguments(options.split(separator: " ").map(String.init)),
        in: verification.folder.url)
      #expect(end.exitCode == 64)
      #expect(end.errors.contains("\(names) name the same file"))
    }
  }

  @Test func `a report that cannot be written keeps no other from being written`() async throws {
    try await Verification.with(["a.json": Pact.file(Pact.http("an order"))]) { verification, _ in
      let reports = ["--json", "--junit", "--html", "--markdown"]
      for broken in reports {
        let options = reports.flatMap { [$0, $0 == broken ? "none/x" : "out\($0)"] }
        let end = try await CommandLineTool.counterpart.run(
          verification.arguments(["a.json"] + options), in: verification.folder.url)
        #expect(end.exitCode == 74)
        #expect(end.errors.contains("none/x"))
        for written in reports where written != broken {
          #expect(verification.folder.has("out\(written)"), "\(written) without \(broken)")
        }
      }
    }
  }
}
