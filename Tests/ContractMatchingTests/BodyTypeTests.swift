import ContractMatching
import ContractModel
import JSONText
import Testing

/// Bodies that are compared by their media type.
@Suite struct BodyTypeTests {
  /// What differs between two bodies of one type, as `path: message`.
  private func differences(
    _ type: String, _ expected: [UInt8], _ actual: [UInt8], came: String? = nil,
    rules: [String: String] = [:], isRequest: Bool = false
  ) throws -> [String] {
    let sets = try rules.sorted { $0.key < $1.key }.map { path, rule in
      MatchingRuleSet(.body, path, rules: [try JSONValue(parsing: rule)])
    }
    let content = Body.Content(expected, type: MediaType(type))
    let headers = [Field("Content-Type", [type])]
    let actualHeaders = [Field("Content-Type", [came ?? type])]
    var mismatches: [Mismatch]
    if isRequest {
      var request = HTTPRequest()
      (request.headers, request.body, request.rules) = (headers, Body(content), sets)
      mismatches = try RequestMatcher(request).mismatches(
        ActualRequest(method: "GET", path: "/", headers: actualHeaders, body: actual))
    } else {
      mismatches = try ResponseMatcher(
        HTTPResponse(status: 200, headers: headers, body: Body(content), rules: sets)
      ).mismatches(ActualResponse(status: 200, headers: actualHeaders, body: actual))
    }
    mismatches.removeAll { $0.kind == .header }
    return mismatches.map { "\($0.path): \($0.message)" }
  }

  private func differences(
    _ type: String, _ expected: String, _ actual: String, came: String? = nil,
    rules: [String: String] = [:], isRequest: Bool = false
  ) throws -> [String] {
    try differences(
      type, Array(expected.utf8), Array(actual.utf8), came: came, rules: rules,
      isRequest: isRequest)
  }

  // MARK: text

  @Test func `text is compared after decoding`() throws {
    #expect(
      try differences(
        "text/plain; charset=utf-8", Array("Zürich".utf8), [0x5A, 0xFC, 0x72, 0x69, 0x63, 0x68],
        came: "text/plain; charset=ISO-8859-1") == [])
    #expect(
      try differences(
        "text/plain", Array("ab".utf8), [0xFF, 0xFE, 0x61, 0, 0x62, 0],
        came: "text/plain; charset=utf-16") == [])
    #expect(
      try differences("text/plain", Array("ab".utf8), [0xFF]) == [
        "$: Expected text in the character set UTF-8, but the bytes are not valid in it"
      ])
    #expect(
      try differences("text/plain", "ab", "ab", came: "text/plain; charset=klingon") == [
        "$: Expected text in the character set klingon, but it is not known"
      ])
    #expect(
      try differences("text/plain", "Hello Mars!", "Hello World!") == [
        "$: Expected body 'Hello Mars!' to match 'Hello World!' using equality but did not match"
      ])
    #expect(
      try differences(
        "text/plain", "a1", "b22", rules: ["$": #"{"match": "regex", "regex": "\\w\\d+"}"#]) == [])
  }

  @Test(arguments: ["utf-16", "UTF-16LE", "utf-16be", "ISO-8859-15", "windows-1252", "utf-8"])
  func `text of a contract goes over the wire in its character set`(charset: String) throws {
    let type = "text/plain; charset=\(charset)"
    let body = Body(.text("Zürich für 5 €"))
    let bytes = try #require(body.bytes(contentType: type))
    #expect((bytes == Array("Zürich für 5 €".utf8)) == (charset == "utf-8"))
    let response = HTTPResponse(
      status: 200, headers: [Field("Content-Type", [type])], body: body)
    let actual = ActualResponse(status: 200, headers: response.headers, body: bytes)
    #expect(try ResponseMatcher(response).mismatches(actual) == [])
    #expect(try ResponseMatcher(response).mismatches(ActualResponse(response)) == [])
    #expect(body.bytes(contentType: "text/plain; charset=us-ascii") == body.bytes)
  }

  @Test func `a rule that cannot apply to text leaves it to equality`() throws {
    #expect(
      try differences("text/plain", "a", "b", rules: ["$.x": #"{"match": "type"}"#]).count == 1)
  }

  @Test(arguments: ["text/plain", "application/octet-stream", "application/x-www-form-urlencoded"])
  func `rules for the content of JSON are refused for other bodies`(type: String) throws {
    for rule in [
      #"{"match": "values"}"#, #"{"match": "eachValue", "rules": [{"match": "integer"}]}"#,
      #"{"match": "arrayContains", "variants": []}"#, #"{"match": "ignore-order"}"#,
    ] {
      #expect(throws: RuleError.self) {
        try differences(type, "hello", "other", rules: ["$": rule])
      }
    }
  }

  // MARK: binary

  @Test func `bytes are equal, or of a type by their first ones`() throws {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46, 0]
    let differences = try differences("image/jpeg", jpeg, png)
    #expect(
      differences == [
        "$: Actual body [image/jpeg, 12 bytes, starting with 89504e470d0a1a0a0000000d] is not"
          + " equal to the expected body [image/jpeg, 11 bytes, starting with"
          + " ffd8ffe000104a46494600], the first difference is at byte 0"
      ])
    let rule = ["$": #"{"match": "contentType", "value": "image/jpeg"}"#]
    #expect(try self.differences("image/jpeg", jpeg, jpeg + [1, 2], rules: rule) == [])
    #expect(
      try self.differences("image/jpeg", jpeg, png, rules: rule) == [
        "$: Expected binary contents to have content type 'image/jpeg' but detected contents was"
          + " 'image/png'"
      ])
    let notEmpty = ["$": #"{"match": "notEmpty"}"#]
    #expect(try self.differences("image/jpeg", jpeg, png, rules: notEmpty) == [])
  }

  @Test func `the type of the contents is asked of any body as a whole`() throws {
    let rule = ["$": #"{"match": "contentType", "value": "application/json"}"#]
    #expect(try differences("application/json", "{}", #"{"a": [1]}"#, rules: rule) == [])
    #expect(
      try differences("application/json", "{}", "<html></html>", rules: rule) == [
        "$: Expected binary contents to have content type 'application/json' but detected contents"
          + " was 'text/html'"
      ])
  }

  // MARK: forms

  @Test func `forms are compared by field, with rules`() throws {
    let type = "application/x-www-form-urlencoded"
    #expect(try differences(type, "a=1&b=2&c=3", "b=2&a=1&c=3") == [])
    #expect(
      try differences(type, "a=1&c=3", "a=1&c=33") == [
        "$.c: Expected form post parameter 'c' with value '3' but was '33'"
      ])
    let rules = [
      "$.a": #"{"match": "integer"}"#, "$['b c'][0]": #"{"match": "regex", "regex": "[xy]"}"#,
    ]
    #expect(try differences(type, "a=1&b+c=x", "a=7&b+c=y", rules: rules) == [])
    #expect(try differences(type, "a=1&b+c=x", "a=7.5&b+c=z", rules: rules).count == 2)
    #expect(
      try differences(type, "a=1", "a=1&a=q", rules: ["$": #"{"match": "type"}"#]) == [])
  }

  // MARK: multipart

  private static let form = "multipart/form-data; boundary=X"

  private func parts(_ parts: [(head: String, body: String)], boundary: String = "X") -> String {
    parts.map { "--\(boundary)\r\n\($0.head)\r\n\r\n\($0.body)\r\n" }.joined()
      + "--\(boundary)--\r\n"
  }

  private func field(_ name: String) -> String {
    "Content-Disposition: form-data; name=\"\(name)\""
  }

  @Test func `parts are paired by name, whatever their order and the boundary`() throws {
    let expected = parts([(field("a"), "1"), (field("b"), "2")])
    let actual = parts([(field("b"), "2"), (field("a"), "1")], boundary: "other")
    #expect(
      try differences(
        Self.form, expected, actual, came: "multipart/form-data; boundary=other",
        isRequest: true) == [])
    #expect(
      try differences(
        Self.form, expected, parts([(field("a"), "9"), (field("c"), "2")]), isRequest: true) == [
          "$.a: Expected body '1' to match '9' using equality but did not match",
          "$: Expected a MIME part 'b' but was missing", "$: Unexpected MIME part 'c' received",
        ])
    #expect(
      try differences(Self.form, expected, expected + "", isRequest: false) == [])
  }

  @Test func `parts of one name are paired in their order`() throws {
    let expected = parts([(field("a"), "1"), (field("a"), "2")])
    #expect(
      try differences(Self.form, expected, parts([(field("a"), "1"), (field("a"), "3")])) == [
        "$.a: Expected body '2' to match '3' using equality but did not match"
      ])
    #expect(
      try differences(Self.form, expected, parts([(field("a"), "1")])) == [
        "$: Expected a MIME part 'a' (number 2) but was missing"
      ])
  }

  @Test func `contents and headers of parts are compared by their own type`() throws {
    let json = field("j") + "\r\nContent-Type: application/json"
    let expected = parts([(json, #"{"id": 1, "x": [1]}"#)])
    let rules = ["$.j.id": #"{"match": "integer"}"#, "$.j.x[*]": #"{"match": "type"}"#]
    #expect(
      try differences(
        Self.form, expected, parts([(json, #"{"x": [5], "id": 7}"#)]), rules: rules) == [])
    #expect(
      try differences(
        Self.form, expected, parts([(json, #"{"x": [5], "id": "7"}"#)]), rules: rules) == [
          "$.j.id: Expected '7' (String) to be an integer"
        ])
    let text = field("j") + "\r\nContent-Type: text/plain"
    #expect(
      try differences(Self.form, expected, parts([(text, "{}")])).first
        == "$.j['Content-Type']: Mismatch with header 'Content-Type': Expected header"
        + " 'Content-Type' to have value 'application/json' but was 'text/plain'")
  }

  @Test func `rules lead into a part by its name or its index`() throws {
    let expected = parts([("Content-Type: text/plain", "a1"), (field("b"), "2")])
    let actual = parts([("Content-Type: text/plain", "b7"), (field("b"), "5")])
    let rules = [
      "$[0]": #"{"match": "regex", "regex": "[a-z]\\d"}"#, "$.b": #"{"match": "integer"}"#,
    ]
    #expect(try differences(Self.form, expected, actual, rules: rules) == [])
    #expect(
      try differences(
        Self.form, parts([(field("f") + "; filename=\"x.png\"", "\u{89}PNG")]),
        parts([(field("f") + "; filename=\"y.png\"", "plain")]),
        rules: ["$.f": #"{"match": "contentType", "value": "text/plain"}"#]) == [])
  }

  @Test func `a file is not a field, and what is no multipart body says so`() throws {
    let file = field("f") + "; filename=\"a.txt\""
    #expect(
      try differences(Self.form, parts([(file, "x")]), parts([(field("f"), "x")])) == [
        "$: Expected a MIME file 'f' but was field"
      ])
    let differences = try differences(Self.form, parts([(field("f"), "x")]), "nothing")
    #expect(differences.count == 1)
    #expect(
      differences.first?.hasPrefix("$: Expected a multipart body but it is none: ") == true)
    #expect(throws: RuleError.self) { try self.differences(Self.form, "nothing", "nothing") }
  }

  // MARK: GraphQL

  @Test func `GraphQL queries are compared by their tokens`() throws {
    let query = "query { order(id: 42) { id, status } }"
    let other = "query{\\n  order(id: 42) {\\n id\\n status }} # end"
    let expected = #"{"query": "\#(query)", "variables": {"id": 42}}"#
    let actual = #"{"query": "\#(other)", "variables": {"id": 42}}"#
    #expect(try differences("application/json", expected, actual, isRequest: true) == [])
    #expect(try differences("application/graphql", expected, actual) == [])
    // The query of a response is any text.
    #expect(try differences("application/json", expected, actual).count == 1)
    let wrong = actual.replacing("status", with: "total")
    let differences = try differences("application/json", expected, wrong, isRequest: true)
    #expect(
      differences == [
        "$.query: The GraphQL document differs: expected 'status' at line 4, column 2, found"
          + " 'total'"
      ])
    #expect(
      try self.differences(
        "application/json", expected, actual.replacing("42}}", with: "7}}"),
        rules: ["$.variables.id": #"{"match": "integer"}"#], isRequest: true) == [])
    #expect(
      try self.differences(
        "application/json", #"{"query": "shoes"}"#, #"{"query": "hats"}"#, isRequest: true) == [
          "$.query: Expected 'hats' (String) to be equal to 'shoes' (String)"
        ])
  }

  // MARK: media types

  @Test func `another media type is the only mismatch`() throws {
    #expect(
      try differences("application/json", "{}", "<a/>", came: "application/xml") == [
        "$: Expected a body of 'application/json' but the actual content type was 'application/xml'"
      ])
    #expect(
      try differences("application/json", "{}", "{}", came: "Application/JSON; charset=utf-8")
        == [])
  }
}
