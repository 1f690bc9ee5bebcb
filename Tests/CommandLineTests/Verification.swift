import Foundation
import JSONText
import TestSupport
import Testing

/// `counterpart verify` of `order-service`, whose contracts lie in a folder.
struct Verification {
  let folder: TemporaryFolder
  /// Where the provider is.
  let url: String

  /// Long enough to decide nothing on a machine that is busy.
  static let patience = [
    "--connect-timeout", "60s", "--request-timeout", "60s", "--command-timeout", "100s",
  ]

  /// Runs a test with contracts in a folder and a server that plays the provider.
  static func with(
    _ files: [String: String],
    provider answer: @escaping @Sendable (ReceivedRequest) -> ScriptedReply = { _ in .response() },
    _ test: (Verification, ScriptedServer) async throws -> Void
  ) async throws {
    let server = try ScriptedServer(answer)
    defer { server.stop() }
    try await TemporaryFolder.with(files) { folder in
      try await test(Verification(folder: folder, url: server.url), server)
    }
  }

  /// The arguments for a run over some paths.
  func arguments(_ rest: [String]) -> [String] {
    ["verify", "--provider", "order-service", "--provider-url", url] + Self.patience + rest
  }

  /// Runs it to its end.
  func run(_ rest: String...) async throws -> ToolOutput {
    try await CommandLineTool.counterpart.run(arguments(rest), in: folder.url)
  }

  /// Runs it to its end, and reads the result that it prints.
  func report(_ rest: String...) async throws -> VerificationReport {
    let end = try await CommandLineTool.counterpart.run(
      arguments(rest + ["--format", "json"]), in: folder.url)
    return try VerificationReport(end)
  }
}

/// The result of a verification as JSON.
struct VerificationReport {
  let end: ToolOutput
  let json: JSONValue

  init(_ end: ToolOutput) throws {
    self.end = end
    json = try #require(
      try? JSONDocument(parsing: end.outputBytes).root, "no JSON: \(end.output)\(end.errors)")
  }

  var exitCode: Int32? { end.exitCode }
  var results: [JSONValue] { Array((json["results"] ?? .null).elements) }
  /// How each interaction ended, in the order of the report.
  var statuses: [String] { results.map { $0["status"]?.string ?? "none" } }
  /// Why each interaction ended so, in the order of the report; empty where no error is.
  var errors: [String] { results.map { $0["error"]?.string ?? "" } }
  var warnings: [String] { json["warnings"]?.elements.compactMap(\.string) ?? [] }

  /// The counts: total, passed, failed, pending, errors, skipped.
  var counts: [Int] {
    ["total", "passed", "failed", "pending", "errors", "skipped"].map {
      json["summary"]?[$0]?.integer ?? -1
    }
  }
}

extension JSONValue {
  /// An element of an array.
  subscript(index: Int) -> JSONValue? { elements.dropFirst(index).first { _ in true } }
}
