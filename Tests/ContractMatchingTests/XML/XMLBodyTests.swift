import ContractFiles
import ContractMatching
import ContractModel
import JSONText
import Testing

/// XML bodies as requests and responses have them.
@Suite struct XMLBodyTests {
  private static func differences(
    _ expected: String, _ actual: String, type: String?
  ) throws -> [String] {
    let headers = type.map { #""headers": {"Content-Type": ["\#($0)"]}, "# } ?? ""
    let text = JSONValue.string(expected)
    let part = try JSONValue(parsing: #"{\#(headers)"body": {"content": \#(text)}}"#)
    let matcher = try ResponseMatcher(
      try BareExchange.response(part, .v4, file: "c.json"), places: PlaceFinder())
    let fields = type.map { [Field("Content-Type", [$0])] } ?? []
    return matcher.mismatches(
      ActualResponse(status: 200, headers: fields, body: Array(actual.utf8))
    ).map { "\($0.path): \($0.message)" }
  }

  @Test(arguments: ["application/xml", "text/xml; charset=utf-8", "application/soap+xml", nil])
  func `bodies that are XML are compared as XML`(type: String?) throws {
    let expected = "<?xml version='1.0'?><a b='1' c='2'/>"
    #expect(try Self.differences(expected, "<a c='2' b='1'/>", type: type) == [])
    #expect(
      try Self.differences(expected, "<a c='2' b='3'/>", type: type) == [
        "$.a['@b']: Expected '3' (String) to be equal to '1' (String)"
      ])
  }

  @Test func `a body that is not XML is a mismatch that says where`() throws {
    #expect(
      try Self.differences("<a/>", "{}", type: "text/xml") == [
        "$: Expected an XML body but it is not XML: 1:1: Start tag expected, '<' not found"
      ])
    #expect(
      try Self.differences("<a/>", "<!DOCTYPE a><a/>", type: "text/xml").map {
        $0.hasSuffix("document type declarations are not allowed")
      } == [true])
  }

  @Test func `an example that is not XML is an error`() throws {
    let error = #expect(throws: RuleError.self) {
      try Self.differences("<a>", "<a/>", type: "text/xml")
    }
    #expect(error?.message.hasPrefix("the body of the contract is not XML: 1:4: ") == true)
  }
}
