import Foundation
import JSONText
import TestSupport
import Testing

/// `counterpart verify --start`
@Suite(.timeLimit(.minutes(3)))
struct ProviderStartTests {
  static let files = ["a.json": Pact.file(VerifyCommandTests.order)]

  @Test func `the output of the provider is in the reports, and its children end with it`()
    async throws
  {
    let ready = ReadyFile()
    defer { ready.remove() }
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      if request.methodAndTarget == "GET /orders/42" { ready.wait() }
      return VerifyCommandTests.json(#"{"id":42}"#)
    }
    try await Verification.with(Self.files, provider: answer) { verification, _ in
      let report = try await verification.report(
        "a.json", "--start",
        "echo serving; echo careful >&2; sleep 3600 & echo $! > child; \(ready.command); wait",
        "--junit", "report.xml", "--html", "report.html")
      #expect(report.exitCode == 0)
      let output = report.json["providerOutput"]
      #expect(output?["output"]?.string == "serving\n")
      #expect(output?["errors"]?.string == "careful\n")
      let root = try #require(XMLElement(parsing: try verification.folder.read("report.xml")))
      #expect(root.all("system-out").map(\.text) == ["serving\n"])
      #expect(root.all("system-err").map(\.text) == ["careful\n"])
      let page = String(decoding: try verification.folder.read("report.html"), as: UTF8.self)
      #expect(page.contains("serving"))
      let child = String(decoding: try verification.folder.read("child"), as: UTF8.self)
      #expect(isGone(try #require(pid_t(child.trimmingCharacters(in: .newlines)))))
    }
  }

  @Test func `a provider that ends before it answers is 69 at once, with its last words`()
    async throws
  {
    try await Verification.with(Self.files) { verification, _ in
      let nobody = ReservedPort()
      let end = try await verification.run(
        "a.json", "--provider-url", "http://\(nobody.endpoint)", "--wait-timeout", "1000",
        "--start", "echo no database >&2; exit 3")
      #expect(end.exitCode == 69)
      #expect(
        end.errors == """
          error: the provider ended with exit code 3 before http://\(nobody.endpoint) answered; it wrote:
          no database

          """)
    }
  }

  @Test func `a provider that does not answer in time is 69`() async throws {
    try await Verification.with(Self.files) { verification, _ in
      let nobody = ReservedPort()
      let end = try await verification.run(
        "a.json", "--provider-url", "http://\(nobody.endpoint)", "--wait-timeout", "200ms",
        "--start", "exec sleep 3600")
      #expect(end.exitCode == 69)
      #expect(end.errors.contains("the provider does not answer within 200 ms: "), "\(end)")
    }
  }

  @Test func `any answer of --wait-for is enough`() async throws {
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      request.methodAndTarget == "GET /health"
        ? .response("503 Service Unavailable") : VerifyCommandTests.json(#"{"id":42}"#)
    }
    try await Verification.with(Self.files, provider: answer) { verification, server in
      let report = try await verification.report(
        "a.json", "--start", "exec sleep 3600", "--wait-for", "\(server.url)/health")
      #expect(report.exitCode == 0)
      #expect(
        report.warnings == [
          "\(server.url)/health answered before the provider was started: does another one run there?"
        ])
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a signal ends the provider too, and the reports are written`(signal: Int32) async throws {
    let (hang, arrivals) = VerifyCommandTests.hanging(on: "/orders/42")
    let ready = ReadyFile()
    defer { ready.remove() }
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      if request.methodAndTarget == "GET /orders/42" { ready.wait() }
      return hang(request)
    }
    try await Verification.with(Self.files, provider: answer) { verification, _ in
      let arguments = verification.arguments(
        [
          "a.json", "--format", "json", "--start",
          "sleep 3600 & echo $! > child; \(ready.command); wait",
        ])
      let end = try await CommandLineTool.counterpart.whileRunning(
        arguments, in: verification.folder.url
      ) { tool in
        for await _ in arrivals { break }
        tool.send(signal)
        return try await tool.end()
      }
      #expect(end.exitCode == 128 + signal)
      #expect(try VerificationReport(end).statuses == ["skipped"])
      let child = String(decoding: try verification.folder.read("child"), as: UTF8.self)
      #expect(isGone(try #require(pid_t(child.trimmingCharacters(in: .newlines)))))
    }
  }

  @Test(arguments: [
    ["--wait-for", "http://127.0.0.1:1"], ["--start", " "], ["--no-proxy", "a"],
    ["--start", "x", "--wait-for", "nowhere"], ["--token-per-request"], ["--proxy", "ftp://a"],
    ["--max-body", "0"], ["--http", "3"], ["--tls-min", "1.1"],
  ])
  func `options that make no sense are 64`(options: [String]) async throws {
    try await Verification.with(Self.files) { verification, _ in
      let end = try await CommandLineTool.counterpart.run(
        verification.arguments(["a.json"] + options), in: verification.folder.url)
      #expect(end.exitCode == 64, "\(end)")
    }
  }

  /// Whether a process has ended, or is about to: what was killed may be a zombie for a moment.
  private func isGone(_ process: pid_t) -> Bool {
    guard kill(process, 0) == 0 else { return true }
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status?.contains(") Z ") ?? true
  }
}
