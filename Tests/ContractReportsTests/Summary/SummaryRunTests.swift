import ContractModel
import ContractReports
import JSONText
import Testing

@Suite struct SummaryRunTests {
  @Test(arguments: [
    ("[]", "1:1", "this is no object"), ("{}", "1:1", "there is no 'version'"),
    (#"{"version": 2}"#, "1:13", "the version 2 is unknown"),
    (#"{"version": 1}"#, "1:1", "there is no 'provider'"),
    (#"{"version": 1, "provider": {}}"#, "1:28", "there is no 'name'"),
    (#"{"version": 1, "provider": {"name": 1}}"#, "1:37", "'name' is no string"),
    (
      #"{"version": 1, "provider": {"name": "a"}, "startedAt": "today"}"#, "1:56",
      "'today' is no time such as 2026-01-31T12:00:00Z"
    ),
    (
      #"{"version": 1, "provider": {"name": "a"}, "startedAt": "2026-01-31T12:00:00Z", "results": 1}"#,
      "1:91", "'results' is no array"
    ),
    (
      #"{"version": 1, "provider": {"name": "a"}, "startedAt": "2026-01-31T12:00:00Z", "results": [1]}"#,
      "1:92", "there is no 'consumer'"
    ),
  ])
  func `what is no report is refused with its place`(
    text: String, position: String, message: String
  ) throws {
    let json = try JSONValue(parsing: text)
    let error = #expect(throws: Diagnostic.self) { try SummaryRun(json, file: "r.json") }
    #expect(
      error?.description
        == "r.json:\(position): error: \(message); expected what 'counterpart verify --json' writes"
    )
  }

  @Test func `the toolkit's own report is read`() throws {
    let result = VerificationResult(
      provider: .init(name: "b", version: "1.2"), startedAt: 1_769_860_800,
      results: [
        InteractionResult(
          consumer: "a", provider: "b", description: "x", providerStates: ["s"], status: .failed)
      ])
    let json = try JSONDocument(parsing: JSONReport(result).bytes()).root
    let run = try SummaryRun(json, file: "r.json")
    #expect(run.provider == "b")
    #expect(run.version == "1.2")
    #expect(run.startedAt == "2026-01-31T12:00:00Z")
    let identity = SummaryRun.Identity(
      consumer: "a", provider: "b", description: "x", states: ["s"])
    #expect(run.statuses == [identity: .failed])
  }
}
