import ContractFiles
import ContractModel
import FaultModel
import Foundation
import JSONSchema
import JSONText
import Testing

@Suite struct ResilienceFileTests {
  private static let whole = """
    {"$schema": "x", "client": "shop", "contracts": ["a.json"], "seed": 7,
     "faults": ["f.json", {"path": "/a", "steps": [{"type": "reset_peer"}]}],
     "operation": {"header": "X-Id"},
     "expect": {"attempts": {"least": 2, "most": 3}, "gaps": {"least": "100ms", "most": "2s", "growing": true},
       "retry_after": true, "idempotency_key": "Key", "unsafe_retries": false,
       "circuit_breaker": {"failures": 3, "open": "1.5s"}, "total": "10", "connections": 2, "exit_code": 0}}
    """

  private func read(_ text: String) throws(Diagnostic) -> ResilienceFile {
    try ResilienceFile(reading: Array(text.utf8), file: "r.json")
  }

  @Test func `everything is read`() throws {
    let file = try read(Self.whole)
    #expect(file.client == "shop")
    #expect(file.contracts == ["a.json"])
    #expect(file.faultFiles == ["f.json"])
    #expect(file.faults.map(\.target) == [.request(method: nil, path: "/a")])
    #expect(file.seed == 7)
    let expected = file.expectations
    #expect(expected.attempts == .init(least: 2, most: 3))
    #expect(expected.gaps == .init(least: .milliseconds(100), most: .seconds(2), isGrowing: true))
    #expect(expected.honoursRetryAfter)
    #expect(expected.idempotencyKey == "Key")
    #expect(expected.forbidsUnsafeRetries)
    #expect(expected.circuitBreaker == .init(failures: 3, open: .milliseconds(1_500)))
    #expect(expected.total == .seconds(10))
    #expect(expected.connections == 2)
    #expect(expected.exitCode == 0)
    #expect(expected.operationHeader == "X-Id")
  }

  @Test(arguments: [
    ("{", "1:2: error: not JSON"),
    (#"{"contracts": ["a"]}"#, "1:1: error: there is no 'expect'"),
    (#"{"contracts": ["a"], "expect": {}}"#, "1:32: error: 'expect' has no rule"),
    (#"{"expect": {"exit_code": 0}}"#, "1:1: error: there is no contract in 'contracts'"),
    (
      #"{"contracts": ["a"], "expect": {"attempt": 1}}"#,
      "1:33: error: the rule 'attempt' is not known, expected attempts, gaps"
    ),
    (
      #"{"contracts": ["a"], "expect": {"attempts": {"least": 3, "most": 2}}}"#,
      "1:45: error: 'least' is 3, more than 'most', which is 2"
    ),
    (
      #"{"contracts": ["a"], "expect": {"total": 5}}"#,
      "1:42: error: expected a length of time such as \"500ms\" or \"2s\" for 'total', found a number"
    ),
    (
      #"{"contracts": ["a"], "expect": {"retry_after": false}}"#,
      "1:48: error: expected true for 'retry_after'; leave it out"
    ),
    (
      #"{"contracts": ["a"], "expect": {"gaps": {"growth": true}}}"#,
      "1:42: error: 'growth' is not known here"
    ),
    (
      #"{"contracts": ["a"], "faults": [{"path": "/a", "steps": []}], "expect": {"total": "1s"}}"#,
      "1:57: error: 'steps' is empty"
    ),
  ])
  func `what is wrong is told with its place`(text: String, message: String) {
    let error = #expect(throws: Diagnostic.self) { try read(text) }
    #expect(
      error?.description.hasPrefix("r.json:" + message) == true, "\(error?.description ?? "")")
  }

  @Test func `the schema accepts what is read, and refuses what is not`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent("schemas/resilience-contract.schema.json")
    let text = try String(contentsOf: path, encoding: .utf8)
    let schema = try JSONSchema(
      try JSONDocument(parsing: Array(text.utf8)).root, patterns: FaultSchemaTests.Patterns())
    let whole = try JSONDocument(parsing: Array(Self.whole.utf8)).root
    #expect(schema.isValid(whole))
    for wrong in [
      #"{"contracts": ["a"]}"#, #"{"contracts": ["a"], "expect": {}}"#,
      #"{"contracts": ["a"], "expect": {"retry_after": false}}"#,
      #"{"contracts": ["a"], "expect": {"total": 5}}"#,
    ] {
      #expect(!schema.isValid(try JSONValue(parsing: wrong)))
    }
  }
}
