import Foundation
import JSONSchema
import JSONText
import TestSupport
import Testing

/// The JSON of verifications, and the schema of it that lies in the repository.
@Suite(.timeLimit(.minutes(3))) struct ReportSchemaTests {
  static func document() throws -> JSONValue {
    let file = Repository.url.appendingPathComponent("schemas/verification-report.schema.json")
    return try JSONDocument(parsing: Array(try Data(contentsOf: file))).root
  }

  /// What a schema finds wrong with the JSON of a verification.
  static func violations(in report: VerificationReport) throws -> [SchemaViolation] {
    try JSONSchema(try document(), assertsFormat: true).validate(report.json)
  }

  @Test func `a report with every outcome fits`() async throws {
    let contract = Pact.file(
      Pact.http("right", path: "/right"),
      Pact.http("wrong", path: "/wrong", response: Pact.json(#"{"id": 42}"#)),
      Pact.http("gone", path: "/gone", states: Pact.state("it is gone")),
      Pact.http("planned", path: "/planned", isPending: true),
      Pact.http("unusable", response: Pact.json("{}", rules: Pact.invalidRegex)),
      #"{"type": "Asynchronous/Messages", "description": "said", "contents": {"content": "a"}}"#,
      #"{"type": "Plugin/Other", "description": "odd"}"#)
    try await Verification.with(
      ["a.json": contract], provider: VerifyCommandTests.mixedAnswers
    ) { verification, _ in
      let report = try await verification.report("a.json", "--provider-version", "1.2.3")
      #expect(Set(report.statuses) == ["passed", "failed", "error", "pending"])
      #expect(try Self.violations(in: report) == [])
    }
  }

  @Test func `a report without any outcome fits`() async throws {
    try await Verification.with(
      [
        "a.json": Pact.file(Pact.http("right")),
        "last.json": #"{"version": 1, "results": []}"#,
      ]
    ) { verification, _ in
      let report = try await verification.report("a.json", "--last-failed", "last.json")
      #expect(report.results.isEmpty)
      #expect(try Self.violations(in: report) == [])
    }
  }

  @Test func `a report of the example pair fits`() async throws {
    try await DemoPairTests.withOrderService(["--bug"]) { url in
      let report = try await DemoPairTests.verify(url)
      #expect(report.counts == [16, 12, 3, 1, 0, 0])
      #expect(try Self.violations(in: report) == [])
    }
  }

  /// A member that the schema does not describe would never be checked.
  @Test func `the schema describes every member`() async throws {
    let schema = try Self.document()
    let definitions = try #require(schema["$defs"])
    func members(_ schema: JSONValue?) -> [String] {
      schema?["properties"]?.members.map(\.name) ?? []
    }
    try await DemoPairTests.withOrderService(["--bug"]) { url in
      let json = try await DemoPairTests.verify(url).json
      #expect(json.members.map(\.name) == members(schema))
      for part in ["provider", "summary"] {
        #expect(json[part]?.members.map(\.name) == members(schema["properties"]?[part]))
      }
      let results = try #require(json["results"]).elements
      for result in results {
        #expect(result.members.map(\.name) == members(definitions["result"]))
        #expect(result["timings"]?.members.map(\.name) == members(definitions["timings"]))
        #expect(result["location"]?.members.map(\.name) == members(definitions["location"]))
        for mismatch in (result["mismatches"] ?? .null).elements {
          #expect(mismatch.members.map(\.name) == members(definitions["mismatch"]))
        }
      }
    }
  }

  @Test(arguments: [
    (#"{"version":2}"#, "required"), (#"[]"#, "type"), (#"{"summary":{"total":-1}}"#, "minimum"),
    (#"{"results":[{"status":"fine"}]}"#, "enum"),
    (#"{"results":[{"status":"failed","mismatches":[]}]}"#, "minItems"),
    (#"{"results":[{"status":"error","error":null}]}"#, "type"),
    (#"{"startedAt":"yesterday"}"#, "format"),
  ])
  func `the schema refuses what is no report`(text: String, keyword: String) throws {
    let schema = try JSONSchema(try Self.document(), assertsFormat: true)
    let keywords = schema.validate(try JSONValue(parsing: text)).map(\.keyword)
    #expect(keywords.contains(keyword), "\(keywords)")
  }
}
