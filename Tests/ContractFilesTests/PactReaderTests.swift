import ContractFiles
import ContractModel
import JSONText
import Testing

@Suite struct PactReaderTests {
  static func read(_ text: String) -> ContractFile {
    ContractFile(reading: Array(text.utf8), file: "contract.json")
  }

  static func contract(_ text: String) throws -> Contract {
    let file = read(text)
    guard case .contract(let contract)? = file.content else {
      throw file.diagnostics.first ?? Diagnostic(.error, "no contract")
    }
    return contract
  }

  /// A file with these interactions.
  static func file(_ interactions: String, version: String = "4.0") -> String {
    """
    {"consumer": {"name": "web-shop"}, "provider": {"name": "order-service"},
    "interactions": [\(interactions)],
    "metadata": {"pactSpecification": {"version": "\(version)"}}}
    """
  }

  @Test func `reads version 2 with its flat rules, query string and provider state`() throws {
    let contract = try Self.contract(
      Self.file(
        """
        {"description": "d", "providerState": "s",
        "request": {"method": "get", "path": "/a", "query": "x=1&y=%C3%A9+z&x=2",
          "matchingRules": {"$.query.x": {"match": "regex", "regex": "\\\\d"},
            "$.headers['X-A']": {"match": "type"}, "$.body.items[0]": {"min": 1}, "$.path": {"match": "type"}}},
        "response": {"status": 201, "headers": {"A": "b, c"}, "body": {"id": 1.0}}}
        """, version: "2.0.0"))
    let interaction = try #require(contract.interactions.first)
    guard case .http(let request, let response) = interaction.content else {
      Issue.record("no HTTP interaction")
      return
    }
    #expect(contract.specification == .v2)
    #expect(interaction.providerStates == [ProviderState("s")])
    #expect(request.query == [Field("x", ["1", "2"]), Field("y", ["é z"])])
    #expect(request.rules.map(\.category) == [.query, .header, .body, .path])
    #expect(request.rules.map(\.selector) == ["x", "X-A", "$.items[0]", ""])
    #expect(response.status == 201)
    #expect(response.headers == [Field("A", ["b, c"])])
    #expect(response.body.bytes.map { String(decoding: $0, as: UTF8.self) } == #"{"id":1.0}"#)
  }

  @Test func `reads version 4 bodies by their encoding`() throws {
    let bodies = [
      #"{"contentType": "application/json", "encoded": false, "content": {"a": 1}}"#,
      #"{"contentType": "application/pdf", "encoded": "base64", "content": "AAH/"}"#,
      #"{"contentType": "text/plain", "encoded": false, "content": "hello"}"#,
      #"{"contentType": "application/json", "encoded": "JSON", "content": "text"}"#,
      #"{"contentType": "application/json", "content": "{\"a\": 1}"}"#,
      #""""#, "null",
    ]
    let texts = try bodies.map { body -> Body.Content? in
      let contract = try Self.contract(
        Self.file(
          #"{"description": "d", "request": {}, "response": {"body": \#(body)}, "type": "Synchronous/HTTP"}"#
        ))
      guard case .http(_, let response)? = contract.interactions.first?.content else { return nil }
      return response.body.content
    }
    #expect(
      texts == [
        .json(try JSONValue(parsing: #"{"a": 1}"#)), .binary([0, 1, 255]), .text("hello"),
        .json(.string("text")), .json(try JSONValue(parsing: #"{"a": 1}"#)), .empty, .null,
      ])
  }

  @Test func `reads messages of versions 3 and 4`() throws {
    let old = try Self.contract(
      """
      {"consumer": {"name": "a"}, "provider": {"name": "b"}, "messages": [
        {"description": "m", "providerStates": [{"name": "s", "params": {"x": 1}}],
         "contents": {"id": 1}, "metaData": {"contentType": "application/json"},
         "matchingRules": {"body": {"$.id": {"matchers": [{"match": "type"}]}}}}]}
      """)
    #expect(old.specification == .v3)
    guard case .message(let message)? = old.interactions.first?.content else {
      Issue.record("no message")
      return
    }
    #expect(message.rules.map(\.selector) == ["$.id"])
    let new = try Self.contract(
      Self.file(
        """
        {"type": "Synchronous/Messages", "description": "m",
         "request": {"contents": {"contentType": "text/plain", "content": "q"}},
         "response": [{"contents": {"contentType": "text/plain", "content": "r"}}]}
        """))
    guard case .synchronousMessage(let request, let responses)? = new.interactions.first?.content
    else {
      Issue.record("no synchronous message")
      return
    }
    #expect(request.body.content == .text("q"))
    #expect(responses.map(\.body.content) == [.text("r")])
  }

  @Test(arguments: [
    ("[]", "contract.json:1:1: error: expected an object, found an array"),
    (
      "{\"consumer\": {\"name\": \"a\"},\n \"provider\": {}, \"interactions\": []}",
      "contract.json:2:14: error: expected a 'name' in 'provider'"
    ),
    ("{\"a\": 1", "contract.json:1:1: error: not JSON: the object that starts here is not closed"),
    (
      "{\"a\": 1}",
      "contract.json:1:1: error: neither a Pact file ('consumer', 'provider', 'interactions') nor a fault script ('faults') nor a WireMock stub mapping ('request' and 'response', or 'mappings')"
    ),
    (
      "{\"consumer\": {\"name\": \"a\"}, \"provider\": {\"name\": \"b\"}, \"interactions\": [], \"metadata\": {\"pactSpecification\": {\"version\": \"9\"}}}",
      "contract.json:1:122: error: version '9' of the Pact specification is not known, expected 1 to 4"
    ),
    (
      "{\"request\": {\"url\": 1}, \"response\": {\"status\": \"x\"}}",
      "contract.json:1:48: error: /response/status: expected a whole number from 200 to 999 for 'status', found a string"
    ),
  ])
  func `says what is wrong with a file and where`(text: String, expected: String) {
    let file = Self.read(text)
    #expect(file.content == nil)
    #expect(file.diagnostics.map(\.description) == [expected])
  }

  @Test(arguments: [
    (#"{"request": {}, "response": {}}"#, "the interaction has no 'description'"),
    (#"{"description": "d", "request": {}}"#, "expected a 'request' and a 'response'"),
    (
      #"{"description": "d", "request": {}, "response": {"status": "ok"}}"#,
      "expected a whole number from 100 to 599 for 'status', found a string"
    ),
    (
      #"{"description": "d", "request": {"matchingRules": {"$.nothing": {}}}, "response": {}}"#,
      "matching rules for 'nothing' are not known, expected method, path, query, header, body, status or metadata"
    ),
    (
      #"{"description": "d", "request": {"matchingRules": {"body": {"$.a[": {}}}}, "response": {}}"#,
      "'$.a[' is no path expression: expected an index, '*' or a quote at character 5, but the expression ends"
    ),
    (
      #"{"description": "d", "type": "Carrier/Pigeon"}"#,
      "the interaction type 'Carrier/Pigeon' is not known, expected Synchronous/HTTP, Asynchronous/Messages or Synchronous/Messages"
    ),
    (
      #"{"description": "d", "pluginConfiguration": {"protobuf": {"a": 1}}, "request": {}, "response": {}}"#,
      "the interaction needs the Pact plugin 'protobuf', which cannot be run; the file keeps the interaction as it is"
    ),
  ])
  func `one interaction that cannot be used leaves the others usable`(
    interaction: String, message: String
  ) throws {
    let contract = try Self.contract(
      Self.file(#"\#(interaction), {"description": "good", "request": {}, "response": {}}"#))
    #expect(contract.interactions.count == 2)
    guard case .unusable(let diagnostic)? = contract.interactions.first?.content else {
      Issue.record("the interaction is usable")
      return
    }
    #expect(diagnostic.message == message)
    #expect(diagnostic.position?.line == 2)
    #expect(contract.interactions.last?.content.kind == "http")
  }

  @Test func `warns of duplicate keys`() {
    let file = Self.read(
      #"{"consumer": {"name": "a", "name": "b"}, "provider": {"name": "c"}, "interactions": []}"#)
    #expect(
      file.diagnostics.map(\.description) == [
        "contract.json:1:28: warning: the key 'name' stands here again; the last one counts"
      ])
  }
}
