import ContractFiles
import ContractMatching
import ContractModel
import JSONText
import Testing

@Suite struct UnusedGeneratorTests {
  private static let uuid = #"{"type": "Uuid"}"#

  private func names(_ entries: [GeneratorEntry]) -> [String] {
    entries.map { "\($0.category.rawValue) \($0.selector)" }
  }

  @Test func `generators without a place in a request are told of`() throws {
    let request = try GeneratorTesting.request(
      #"""
      {"query": {"a": ["1"]}, "headers": {"A": ["1"]},
       "body": {"contentType": "application/json", "content": {"a": 1, "o": {}, "l": [1]}},
       "generators": {
         "method": {"type": "Uuid"}, "path": {"type": "Uuid"}, "status": {"type": "Uuid"},
         "query": {"a": {"type": "Uuid"}, "a[1]": {"type": "Uuid"}, "b": {"type": "Uuid"}},
         "header": {"a": {"type": "Uuid"}, "$.A": {"type": "Uuid"}, "c[3]": {"type": "Uuid"}},
         "metadata": {"m": {"type": "Uuid"}},
         "body": {"$.a": {"type": "Uuid"}, "$.b": {"type": "Uuid"}, "$.o": {"type": "Uuid"},
                  "$.l[*]": {"type": "Uuid"}, "$.l[1]": {"type": "Uuid"}, "a": {"type": "Uuid"}}}}
      """#)
    let plan = try GeneratorPlan(request.generators, rules: [], mode: .consumer)
    #expect(
      names(plan.unused(in: request)) == [
        "method ", "status ", "query a[1]", "header $.A", "header c[3]", "metadata m", "body $.b",
        "body $.o", "body $.l[1]", "body a",
      ])
  }

  @Test func `generators without a place in a response are told of`() throws {
    let response = try GeneratorTesting.response(
      #"""
      {"body": {"contentType": "text/plain", "content": "x"},
       "generators": {"path": {"type": "Uuid"}, "status": {"type": "Uuid"},
         "query": {"a": {"type": "Uuid"}}, "header": {"a": {"type": "Uuid"}},
         "body": {"$": {"type": "Uuid"}, "$.a": {"type": "Uuid"}}}}
      """#)
    let plan = try GeneratorPlan(response.generators, rules: [], mode: .consumer)
    #expect(names(plan.unused(in: response)) == ["path ", "query a", "body $.a"])
  }

  @Test func `generators without a place in a message are told of`() throws {
    let message = try BareExchange.message(
      try JSONValue(
        parsing: #"""
          {"contents": {"contentType": "application/xml", "content": "<a/>"}, "metadata": {"a": "1"},
           "generators": {"status": {"type": "Uuid"}, "body": {"$.b": {"type": "Uuid"}},
             "metadata": {"a": {"type": "Uuid"}, "b": {"type": "Uuid"}, "$.a.b": {"type": "Uuid"}}}}
          """#), .v4, file: "m.json")
    let plan = try GeneratorPlan(message.generators, rules: [], mode: .consumer)
    #expect(names(plan.unused(in: message)) == ["status ", "body $.b", "metadata $.a.b"])
  }

  @Test(arguments: [
    "multipart/form-data; boundary=b", "application/xml", "image/png", "text/plain",
    "application/x-www-form-urlencoded",
  ])
  func `a body that is no JSON has no JSON paths`(type: String) throws {
    let entry = GeneratorEntry(
      .body, "$.x.y", definition: try JSONValue(parsing: Self.uuid))
    let request = HTTPRequest(body: Body(.text("x=1"), contentType: type))
    let plan = try GeneratorPlan([entry], rules: [], mode: .consumer)
    #expect(plan.unused(in: request) == [entry])
  }

  @Test func `the header names the type of a body that has none of its own`() throws {
    let entry = GeneratorEntry(.body, "$.x", definition: try JSONValue(parsing: Self.uuid))
    let type = Field("content-type", ["application/x-www-form-urlencoded"])
    let request = HTTPRequest(headers: [type], body: Body(.text("x=1")))
    let plan = try GeneratorPlan([entry], rules: [], mode: .consumer)
    #expect(plan.unused(in: request) == [])
  }

  @Test func `generators in variants are told of by their path in the body`() throws {
    let response = try GeneratorTesting.response(
      body: "[{}]", generators: "{}",
      rules: #"{"$": {"matchers": [{"match": "arrayContains", "variants": [{"index": 0,"#
        + #" "generators": {"$.x": \#(Self.uuid)}}]}]}}"#)
    let plan = try GeneratorPlan([], rules: response.rules, mode: .consumer)
    #expect(names(plan.unused(in: response)) == ["body $[0].x"])
  }
}
