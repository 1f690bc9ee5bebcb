import Foundation
import JSONText
import TestSupport
import Testing

extension VerifyCommandTests {
  // MARK: signals

  /// Answers everything but one path, and tells when that is asked for.
  static func hanging(
    on path: String
  ) -> (answer: @Sendable (ReceivedRequest) -> ScriptedReply, arrivals: AsyncStream<Void>) {
    let (arrivals, continuation) = AsyncStream.makeStream(of: Void.self)
    return (
      { request in
        guard request.methodAndTarget.hasSuffix(path) else { return .response() }
        continuation.yield()
        return .hang
      }, arrivals
    )
  }

  @Test(arguments: [SIGTERM, SIGINT], [[], ["--state-url"], ["--parallel", "2"]])
  func `a signal in the middle ends the run, and the reports hold what was verified`(
    signal: Int32, options: [String]
  ) async throws {
    let (answer, arrivals) = Self.hanging(on: "/b")
    try await Verification.with(["a.json": Self.four], provider: answer) { verification, server in
      let options = options + (options == ["--state-url"] ? [server.url] : [])
      let arguments = verification.arguments(
        ["a.json", "--json", "out.json", "--junit", "report.xml"] + options)
      let end = try await CommandLineTool.counterpart.whileRunning(
        arguments, in: verification.folder.url
      ) { tool in
        for await _ in arrivals { break }
        tool.send(signal)
        return try await tool.end()
      }
      #expect(end.exitCode == 128 + signal)
      let json = try JSONDocument(parsing: try verification.folder.read("out.json")).root
      let results = Array((json["results"] ?? .null).elements)
      let others = results.filter { $0["status"]?.string == "skipped" }
      #expect(others.count >= 1)
      #expect(others.allSatisfy { $0["error"]?.string == "interrupted" })
      let hung = try #require(results.dropFirst().first)
      #expect(hung["status"]?.string == "skipped")
      #expect(json["summary"]?["total"]?.integer == 4)
      #expect(json["summary"]?["skipped"]?.integer == others.count)
      if options != ["--parallel", "2"] {
        let statuses = results.map { $0["status"]?.string }
        #expect(statuses == ["passed", "skipped", "skipped", "skipped"])
      }
      let root = try #require(XMLElement(parsing: try verification.folder.read("report.xml")))
      #expect(root.all("testcase").count == 4)
      #expect(root.all("skipped").count == others.count)
      #expect(root.all("skipped").first?.attributes["message"] == "interrupted")
      #expect(end.output.contains("[skipped]\n      interrupted\n"))
    }
  }

  @Test func `a signal while a state is being set up ends the run`() async throws {
    let (answer, arrivals) = Self.hanging(on: "/_states")
    try await Verification.with(["a.json": Self.four], provider: answer) { verification, server in
      let arguments = verification.arguments(
        ["a.json", "--format", "json", "--state-url", server.url + "/_states"])
      let end = try await CommandLineTool.counterpart.whileRunning(
        arguments, in: verification.folder.url
      ) { tool in
        for await _ in arrivals { break }
        tool.send(SIGTERM)
        return try await tool.end()
      }
      #expect(end.exitCode == 143)
      let report = try VerificationReport(end)
      #expect(report.statuses == ["skipped", "skipped", "skipped", "skipped"])
      #expect(Set(report.errors) == ["interrupted"])
    }
  }

  @Test func `a mismatch before the signal does not change the exit code`() async throws {
    let (answer, arrivals) = Self.hanging(on: "/b")
    let contract = Pact.file(
      Pact.http("a", path: "/a", response: #"{"status": 201}"#), Pact.http("b", path: "/b"))
    try await Verification.with(["a.json": contract], provider: answer) { verification, _ in
      let end = try await CommandLineTool.counterpart.whileRunning(
        verification.arguments(["a.json"]), in: verification.folder.url
      ) { tool in
        for await _ in arrivals { break }
        tool.send(SIGINT)
        return try await tool.end()
      }
      #expect(end.exitCode == 130)
      #expect(end.output.contains("Expected status 201 but was 200"))
    }
  }
}
