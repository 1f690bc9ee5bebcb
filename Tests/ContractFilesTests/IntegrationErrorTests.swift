import ContractFiles
import ContractModel
import JSONText
import Testing

@Suite struct IntegrationErrorTests {
  static func error(_ body: String) -> Diagnostic? {
    do {
      _ = try IntegrationBodyTests.response(body)
      return nil
    } catch {
      return error as? Diagnostic
    }
  }

  @Test(arguments: [
    (
      "{\n \"pact:matcher:type\": \"wat\"}", "3:23",
      "the matching rule 'wat' is not known, expected one of equality, regex, type, include, number,"
        + " integer, decimal, boolean, null, date, time, datetime, contentType, values, arrayContains,"
        + " statusCode, notEmpty, semver, eachKey, eachValue, or an expression such as"
        + " \"matching(type, 'x')\""
    ),
    (
      #"{"pact:generator:type": "Wat"}"#, "2:99",
      "the generator 'Wat' is not known, expected one of RandomInt, RandomDecimal,"
        + " RandomHexadecimal, RandomString, RandomBoolean, Regex, Uuid, Date, Time, DateTime,"
        + " ProviderState, MockServerURL"
    ),
    (
      "[\n\n{\"pact:matcher:type\": \"regex\"}]", "4:1",
      "the matching rule 'regex' needs a string 'regex'"
    ),
    (
      #"{"pact:matcher:type": "regex", "regex": {}}"#, "2:115",
      "expected a string for 'regex', found an object"
    ),
    (
      #"{"pact:matcher:type": "min", "value": []}"#, "2:75",
      "the matching rule 'min' needs a number 'min'"
    ),
    (
      #"{"pact:matcher:type": "type", "min": -1}"#, "2:112",
      "expected a whole number of at least 0 for 'min'"
    ),
    (
      #"{"pact:matcher:type": "include"}"#, "2:75",
      "the matching rule 'include' needs a string 'value'"
    ),
    (
      #"{"pact:matcher:type": "arrayContains", "variants": {}}"#, "2:126",
      "expected an array for 'variants', found an object"
    ),
    (
      #"{"pact:matcher:type": "eachKey", "value": {}}"#, "2:75",
      "the matching rule 'eachKey' needs 'rules'"
    ),
    (
      #"{"pact:matcher:type": 1}"#, "2:97",
      "expected a name, an expression or an array for 'pact:matcher:type', found a number"
    ),
    (
      #"{"pact:matcher:type": [{"match": "type"}]}"#, "2:98",
      "expected the name of a matching rule, or an object with 'pact:matcher:type'"
    ),
    (
      #"{"pact:generator:type": "ProviderState", "value": 1}"#, "2:75",
      "the generator 'ProviderState' needs a string 'expression'"
    ),
    (
      #"{"pact:matcher:type": "eachValue", "rules": ["eachValue"]}"#, "2:120",
      "in a list 'eachValue' needs an object of its own: {\"pact:matcher:type\": \"eachValue\", …}"
    ),
    (
      #"{"pact:matcher:type": [\#(Array(repeating: #""type""#, count: 65).joined(separator: ","))]}"#,
      "2:97", "more than 64 matching rules in a list"
    ),
    (
      #"{"": {"pact:matcher:type": "type", "value": 1}}"#, "2:80",
      #"no path can name this place: a key of '$['']' is empty or has both kinds of quote"#
    ),
    (
      #"{"pact:matcher:type": "type", "min": 100000000, "value": ["x"]}"#, "2:133",
      "an example with 100000000 elements has more than 16 MB; give a smaller 'min' or 'examples'"
    ),
  ])
  func `says what is wrong and where`(body: String, place: String, message: String) throws {
    let error = try #require(Self.error(body))
    #expect(error.message == message)
    #expect(error.position?.description == place)
    #expect(error.severity == .error)
  }

  @Test func `names the string whose text is a body`() throws {
    let interaction =
      #"{"description": "d", "request": {}, "response": {"headers": {"Content-Type": "application/json"}, "#
      + "\n" + #""body": "{\n\"pact:matcher:type\": \"wat\"}"}}"#
    let contract = try PactReaderTests.contract(PactReaderTests.file(interaction))
    guard case .unusable(let error)? = contract.interactions.first?.content else {
      Issue.record("the interaction is usable")
      return
    }
    #expect(error.position?.description == "3:9")
    #expect(error.message.hasSuffix("(at 2:22 of the JSON text in this string)"))
  }

  @Test func `elements that multiply do not take all memory`() {
    var body = #""x""#
    for _ in 0..<30 { body = #"{"pact:matcher:type": "type", "min": 1000, "value": [\#(body)]}"# }
    #expect(Self.error(body)?.message.contains("more than 16 MB") == true)
    let variant = #"{"pact:matcher:type": "type", "min": 1000000, "value": ["xxxxxxxx"]}"#
    let variants = Array(repeating: variant, count: 9).joined(separator: ", ")
    #expect(
      Self.error(#"{"pact:matcher:type": "arrayContains", "variants": [\#(variants)]}"#)?
        .message.contains("more than 16 MB") == true)
  }

  @Test(arguments: [
    (#"{"pact:matcher:type": "type", "value": "#, "}", 150),
    (#"{"pact:matcher:type": "type", "value": [["#, "]]}", 100),
    (#"{"pact:matcher:type": "arrayContains", "variants": ["#, "]}", 20),
    (#"{"pact:matcher:type": "eachValue", "rules": ["#, "]}", 20),
    (#"{"pact:matcher:type": ["#, "]}", 20),
  ])
  func `nesting has a limit`(start: String, end: String, depth: Int) {
    let inner = #"{"pact:matcher:type": "type", "value": 1}"#
    func body(_ depth: Int) -> String {
      String(repeating: start, count: depth) + inner + String(repeating: end, count: depth)
    }
    #expect(Self.error(body(depth / 3)) == nil)
    #expect(Self.error(body(depth))?.message.contains("nested deeper than") == true)
  }
}
