import ContractFiles
import ContractMatching
import ContractModel
import JSONText
import Testing

/// Every mismatch names the line of the contract that expects it.
@Suite struct PlaceTests {
  private func places(_ part: JSONValue) -> PlaceFinder {
    PlaceFinder(interaction: FileLocation(file: "c.json", line: 1), part: part)
  }

  private func lines(_ mismatches: [Mismatch]) -> [String: Int?] {
    Dictionary(
      mismatches.map { ("\($0.kind.rawValue) \($0.path)", $0.location?.line) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func `parts of a request have their lines`() throws {
    let part = try JSONValue(
      parsing: """
        {
          "method": "POST",
          "path": "/a",
          "query": {
            "q": ["1"],
            "r": ["2"]},
          "headers": {
            "X-A": "1",
            "X-B": "2"},
          "body": {"contentType": "application/xml", "encoded": false,
            "content": "<a>1</a>"},
          "matchingRules": {"header": {"X-B": {"matchers": [{"match": "integer"}]}}}
        }
        """)
    let request = try BareExchange.request(part, .v4, file: "c.json")
    let came = ActualRequest(
      method: "GET", path: "/b", query: [Field("r", ["3"]), Field("s", ["4"])],
      headers: [Field("X-B", ["x"]), Field("Content-Type", ["application/xml"])],
      body: Array("<a>2</a>".utf8))
    let mismatches = try RequestMatcher(request, places: places(part)).mismatches(came)
    #expect(
      lines(mismatches) == [
        "method ": 2, "path ": 3, "query q": 5, "query r": 6, "query s": 4, "header X-A": 8,
        "header X-B": 9, "body $.a['#text']": 11,
      ])
  }

  @Test func `parts of a response have their lines`() throws {
    let part = try JSONValue(
      parsing: """
        {
          "status": 201,
          "headers": {
            "Content-Type": "text/plain"},
          "body":
            "hello"
        }
        """)
    let response = try BareExchange.response(part, .v3, file: "c.json")
    let mismatches = try ResponseMatcher(response, places: places(part)).mismatches(
      ActualResponse(
        status: 200, headers: [Field("Content-Type", ["text/plain"])], body: Array("x".utf8)))
    #expect(lines(mismatches) == ["status ": 2, "body $": 6])
    let other = try ResponseMatcher(response, places: places(part)).mismatches(
      ActualResponse(
        status: 201, headers: [Field("Content-Type", ["text/html"])], body: Array("x".utf8)))
    #expect(lines(other) == ["header Content-Type": 4, "body-content-type $": 6])
  }

  @Test func `metadata and forms have their lines`() throws {
    let part = try JSONValue(
      parsing: """
        {
          "contents": {
            "contentType": "application/x-www-form-urlencoded",
            "content": "a=1"},
          "metadata": {
            "k": 1
          }
        }
        """)
    let message = try BareExchange.message(part, .v4, file: "c.json")
    let mismatches = try MessageMatcher(message, places: places(part)).mismatches(
      ActualMessage(
        contents: Array("a=2".utf8), contentType: "application/x-www-form-urlencoded",
        metadata: try JSONValue(parsing: #"{"k": 2}"#)))
    #expect(lines(mismatches) == ["body $.a": 4, "metadata k": 6])
  }

  @Test(arguments: [
    (#"{"contentType": "application/xml", "content": "<a"}"#, "is not XML"),
    (#"{"contentType": "multipart/form-data; boundary=x", "content": "y"}"#, "multipart"),
  ])
  func `a body of the contract that is broken is named by its place`(
    body: String, message: String
  ) throws {
    let part = try JSONValue(parsing: "{\n \"body\": \(body)}")
    let response = try BareExchange.response(part, .v4, file: "c.json")
    let error = #expect(throws: RuleError.self) {
      _ = try ResponseMatcher(response, places: places(part))
    }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    #expect(error?.rule?.position.line == 2)
  }
}
