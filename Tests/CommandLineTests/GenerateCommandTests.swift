import JSONText
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3)))
struct GenerateCommandTests {
  private static let request = """
    {"method": "GET", "path": "/orders/7", "query": {"page": ["1"]},
     "headers": {"X-Trace": ["abc"], "Content-Type": ["application/json"]},
     "body": {"contentType": "application/json", "encoded": false, "content": {"id": 7, "on": "2000-01-01"}},
     "generators": {
       "path": {"type": "ProviderState", "expression": "/orders/${id}"},
       "header": {"X-Trace": {"type": "RandomHexadecimal", "digits": 12}},
       "query": {"page": {"type": "RandomInt", "min": 5, "max": 9}},
       "body": {"$.id": {"type": "ProviderState", "expression": "${id}"},
                "$.on": {"type": "Date", "format": "yyyy-MM-dd"}}}}
    """

  private func generate(
    _ input: String, part: String = "request", _ more: String...
  ) async throws -> ToolOutput {
    try await TemporaryFolder.with(["input.json": input]) { folder in
      try await CommandLineTool.counterpart.run(
        ["generate", part, "--input", "input.json", "--spec", "4"] + more, in: folder.url)
    }
  }

  @Test func `values of provider states and random ones take the place of the example's`()
    async throws
  {
    let context = #"{"providerState": {"id": 42}}"#
    let end = try await generate(
      Self.request, "--mode", "provider", "--seed", "7", "--context", context)
    #expect(end.exitCode == 0)
    #expect(end.errors == "")
    let value = try JSONValue(parsing: end.output)
    #expect(value["path"]?.string == "/orders/42")
    let body = value["body"]?["content"]
    #expect(body?["id"]?.integer == 42)
    #expect(body?["on"]?.string != "2000-01-01")
    #expect(body?["on"]?.string?.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil)
    let page = value["query"]?["page"]?.elements.first?.string.flatMap { Int($0) }
    #expect(page.map((5...9).contains) == true)
    let trace = value["headers"]?["X-Trace"]?.elements.first?.string
    #expect(trace?.wholeMatch(of: /[0-9A-F]{12}/) != nil)
    #expect(value["generators"] == nil)
  }

  @Test func `the same seed gives the same values, and another one others`() async throws {
    let input = #"{"headers": {"X": "y"}, "generators": {"header": {"X": {"type": "Uuid"}}}}"#
    let first = try await generate(input, "--mode", "consumer", "--seed", "1")
    let again = try await generate(input, "--mode", "consumer", "--seed", "1")
    let other = try await generate(input, "--mode", "consumer", "--seed", "2")
    #expect(first.output == again.output)
    #expect(first.output != other.output)
    let unseeded = try await generate(input, "--mode", "consumer")
    #expect(unseeded.errors.wholeMatch(of: /seed \d+\n/) != nil)
  }

  @Test func `the address of the mock is for consumers, values of states for providers`()
    async throws
  {
    let input = #"""
      {"status": 201, "headers": {"Location": ["http://localhost:1234/orders/7"]},
       "generators": {"header": {"Location": {"type": "MockServerURL",
         "example": "http://localhost:1234/orders/7", "regex": ".*(/orders/\\d+)$"}}}}
      """#
    let context = #"{"mockServer": {"href": "http://127.0.0.1:9999"}}"#
    let consumer = try await generate(
      input, part: "response", "--mode", "consumer", "--context", context, "--seed", "1")
    #expect(consumer.output.contains("http://127.0.0.1:9999/orders/7"))
    let provider = try await generate(
      input, part: "response", "--mode", "provider", "--context", context, "--seed", "1")
    #expect(provider.output.contains("http://localhost:1234/orders/7"))
  }

  @Test func `messages are generated too`() async throws {
    let input = #"""
      {"contents": {"contentType": "application/json", "encoded": false, "content": {"n": 1}},
       "metadata": {"key": "a"}, "generators": {"body": {"$.n": {"type": "RandomInt", "min": 50}},
       "metadata": {"key": {"type": "RandomString", "size": 6}}}}
      """#
    let end = try await generate(
      input.replacing(#""min": 50"#, with: #""min": 50, "max": 60"#), part: "message", "--mode",
      "consumer", "--seed", "3")
    let value = try JSONValue(parsing: end.output)
    let number = value["contents"]?["content"]?["n"]?.integer
    #expect(number.map((50...60).contains) == true)
    #expect(value["metadata"]?["key"]?.string?.count == 6)
  }

  @Test(arguments: [
    (
      #"{"generators": {"path": {"type": "Wat"}}}"#, "--mode consumer", Int32(65),
      "input.json:1:"
    ),
    (
      #"{"generators": {"path": {"type": "ProviderState", "expression": "/${no}"}}}"#,
      "--mode provider", 65, "no"
    ),
    ("{", "--mode consumer", 65, "not JSON"),
    ("{}", "--mode consumer --context x", 64, "--context: not JSON"),
    ("{}", "--mode consumer --context [1]", 64, "--context: expected an object"),
    (#"{}"#, #"--mode consumer --context {"x":1}"#, 64, "'x' is not known"),
    ("{}", "--mode nobody", 64, "nobody"),
  ])
  func `mistakes are told`(input: String, options: String, code: Int32, message: String)
    async throws
  {
    let end = try await TemporaryFolder.with(["input.json": input]) { folder in
      try await CommandLineTool.counterpart.run(
        ["generate", "request", "--input", "input.json", "--spec", "4"]
          + options.split(separator: " ").map(String.init), in: folder.url)
    }
    #expect(end.exitCode == code)
    #expect(end.output == "")
    #expect(end.errors.contains(message), "\(end.errors)")
  }
}
