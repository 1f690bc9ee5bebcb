import JSONText
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3)))
struct MatchCommandTests {
  /// Compares two texts.
  static func match(
    _ part: String, _ spec: String, _ expected: String, _ actual: String
  ) async throws -> ToolOutput {
    try await TemporaryFolder.with(["expected.json": expected, "actual.json": actual]) { folder in
      try await CommandLineTool.counterpart.run(
        [
          "match", part, "--expected", "expected.json", "--actual", "actual.json", "--spec", spec,
        ], in: folder.url)
    }
  }

  static let emptyResult = """
    {
      "match": true,
      "mismatches": []
    }

    """

  @Test(arguments: ["1", "1.1", "2"])
  func `requests of versions 1 and 2 have a query as text`(spec: String) async throws {
    let request = #"{"method": "GET", "path": "/a", "query": "v=1", "headers": {"A": "b"}}"#
    let same = try await Self.match("request", spec, request, request)
    #expect(same.exitCode == 0)
    #expect(same.output == Self.emptyResult)
    #expect(same.errors == "")
    let other = request.replacing("v=1", with: "v=2")
    let end = try await Self.match("request", spec, request, other)
    #expect(end.exitCode == 1)
    let json = try JSONValue(parsing: end.output)
    #expect(json["match"]?.boolean == false)
    #expect(json["mismatches"]?.count == 1)
    #expect(json["mismatches"]?[0]?["type"]?.string == "query")
    #expect(json["mismatches"]?[0]?["path"]?.string == "v")
  }

  @Test(arguments: [("1", Int32(1)), ("1.1", 0), ("2", 0)])
  func `the order of query parameters matters in version 1 alone`(spec: String, exitCode: Int32)
    async throws
  {
    let end = try await Self.match(
      "request", spec, #"{"query": "a=1&b=2"}"#, #"{"query": "b=2&a=1"}"#)
    #expect(end.exitCode == exitCode)
  }

  @Test(arguments: ["3", "4"])
  func `requests since version 3 have a query of lists`(spec: String) async throws {
    let request = #"{"method": "GET", "path": "/a", "query": {"v": ["1", "2"]}}"#
    let same = try await Self.match("request", spec, request, request)
    #expect(same.exitCode == 0)
    let other = request.replacing(#""2""#, with: #""3""#)
    let end = try await Self.match("request", spec, request, other)
    #expect(end.exitCode == 1)
    let mismatches = try JSONValue(parsing: end.output)["mismatches"] ?? .null
    #expect(mismatches.elements.map { $0["type"]?.string } == ["query"])
  }

  @Test(arguments: [
    ("2", #"{"body": {"id": 1}, "matchingRules": {"$.body.id": {"match": "type"}}}"#),
    (
      "3",
      #"{"body": {"id": 1}, "matchingRules": {"body": {"$.id": {"matchers": [{"match": "type"}]}}}}"#
    ),
    (
      "4",
      """
      {"body": {"contentType": "application/json", "encoded": false, "content": {"id": 1}}, \
      "matchingRules": {"body": {"$.id": {"matchers": [{"match": "type"}]}}}}
      """
    ),
  ])
  func `responses are compared by the rules of each version`(spec: String, expected: String)
    async throws
  {
    let actual = expected.replacing(#""id": 1"#, with: #""id": 2"#)
    #expect(try await Self.match("response", spec, expected, actual).exitCode == 0)
    let other = expected.replacing(#""id": 1"#, with: #""id": "1""#)
    let end = try await Self.match("response", spec, expected, other)
    #expect(end.exitCode == 1)
    let mismatch = try #require(try JSONValue(parsing: end.output)["mismatches"]?[0])
    #expect(
      mismatch.members.map(\.name) == [
        "type", "path", "expected", "actual", "message", "rule", "location",
      ])
    #expect(mismatch["type"]?.string == "body")
    #expect(mismatch["path"]?.string == "$.id")
    #expect(mismatch["expected"]?.string == "1")
    #expect(mismatch["actual"]?.string == #""1""#)
    #expect(mismatch["rule"]?.string == "type")
    #expect(mismatch["location"]?["file"]?.string == "expected.json")
  }

  @Test func `version 1 has no rules`() async throws {
    let expected = #"{"status": 200, "body": {"id": 1}}"#
    let actual = #"{"status": 404, "body": {"id": 2}}"#
    let end = try await Self.match("response", "1", expected, actual)
    #expect(end.exitCode == 1)
    let mismatches = try #require(try JSONValue(parsing: end.output)["mismatches"])
    #expect(mismatches.elements.map { $0["type"]?.string } == ["status", "body"])
    #expect(mismatches.elements.allSatisfy { $0["rule"]?.isNull == true })
    let place = #"{"file":"expected.json","line":1}"#
    #expect(mismatches.elements.allSatisfy { $0["location"]?.description == place })
  }

  @Test(arguments: [
    ("3", #"{"contents": {"id": 1}, "metaData": {"topic": "a"}}"#),
    (
      "4",
      """
      {"contents": {"contentType": "application/json", "encoded": false, "content": {"id": 1}}, \
      "metadata": {"topic": "a"}}
      """
    ),
  ])
  func `messages are compared with their metadata`(spec: String, expected: String) async throws {
    #expect(try await Self.match("message", spec, expected, expected).exitCode == 0)
    let actual = expected.replacing(#""id": 1"#, with: #""id": 2"#)
      .replacing(#""topic": "a""#, with: #""topic": "b""#)
    let end = try await Self.match("message", spec, expected, actual)
    #expect(end.exitCode == 1)
    let mismatches = try #require(try JSONValue(parsing: end.output)["mismatches"])
    #expect(Set(mismatches.elements.map { $0["type"]?.string }) == ["body", "metadata"])
  }

  @Test(arguments: ["1", "1.1", "2", "3", "4"])
  func `method, path and status have their usual values where they are missing`(spec: String)
    async throws
  {
    let request = #"{"method": "GET", "path": "/"}"#
    #expect(try await Self.match("request", spec, "{}", request).exitCode == 0)
    #expect(try await Self.match("request", spec, request, "{}").exitCode == 0)
    #expect(try await Self.match("response", spec, #"{"status": 200}"#, "{}").exitCode == 0)
    #expect(try await Self.match("response", spec, #"{"status": 201}"#, "{}").exitCode == 1)
  }

  // MARK: what cannot be compared

  @Test(arguments: [
    ("{\n  oops", "{}", "expected.json:2:3: error: not JSON: "),
    ("{}", "{\"a\": 1,", "actual.json:1:9: error: not JSON: "),
    ("[]", "{}", "expected.json:1:1: error: "),
    ("{}", "\n1", "actual.json:2:1: error: "),
    (
      #"{"body": 1, "matchingRules": {"body": {"$": {"matchers": [{"match": "sorted"}]}}}}"#, "{}",
      "expected.json:1:59: error: "
    ),
    (
      #"{"headers": {"A": "b"}, "matchingRules": {"header": {"A": {"matchers": [{"match": "regex"}]}}}}"#,
      "{}", "expected.json:1:73: error: "
    ),
  ])
  func `a file that cannot be used is 65, with the place`(
    expected: String, actual: String, message: String
  ) async throws {
    let end = try await Self.match("response", "3", expected, actual)
    #expect(end.exitCode == 65)
    #expect(end.errors.hasPrefix(message), "\(end.errors)")
    #expect(end.output == "")
  }

  @Test(arguments: [("none.json", "a.json"), ("a.json", "none.json")])
  func `a missing file is 66`(expected: String, actual: String) async throws {
    try await TemporaryFolder.with(["a.json": "{}"]) { folder in
      let end = try await CommandLineTool.counterpart.run(
        ["match", "request", "--expected", expected, "--actual", actual, "--spec", "4"],
        in: folder.url)
      #expect(end.exitCode == 66)
      #expect(end.errors.contains("'none.json'"))
      #expect(end.output == "")
    }
  }

  @Test func `a folder is no file, which is 74`() async throws {
    try await TemporaryFolder.with(["a.json": "{}"]) { folder in
      let end = try await CommandLineTool.counterpart.run(
        ["match", "request", "--expected", ".", "--actual", "a.json", "--spec", "4"],
        in: folder.url)
      #expect(end.exitCode == 74)
      #expect(end.errors.contains("'.'"))
    }
  }

  @Test(arguments: ["0", "5", "latest", "", "2.5"])
  func `a version that is not known is 64`(spec: String) async throws {
    let end = try await Self.match("request", spec, "{}", "{}")
    #expect(end.exitCode == 64)
    #expect(end.errors.contains("--spec"))
    #expect(end.output == "")
  }

  @Test(arguments: [
    ["answer", "--expected", "a.json", "--actual", "a.json", "--spec", "4"],
    ["request", "--actual", "a.json", "--spec", "4"],
    ["request", "--expected", "a.json", "--spec", "4"],
    ["request", "--expected", "a.json", "--actual", "a.json"], [],
  ])
  func `what is missing or not known is 64`(arguments: [String]) async throws {
    let end = try await CommandLineTool.counterpart.run(["match"] + arguments)
    #expect(end.exitCode == 64)
    #expect(end.output == "")
  }
}
