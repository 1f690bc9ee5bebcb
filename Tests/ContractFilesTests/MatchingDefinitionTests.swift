import ContractFiles
import ContractModel
import JSONText
import Testing

/// Expressions of the matching definition language, as bodies have them.
@Suite struct MatchingDefinitionTests {
  static func body(_ expression: String, _ members: String = "") -> String {
    var writer = JSONWriter(style: .compact)
    writer.string(expression)
    return #"{"pact:matcher:type": \#(writer.text)\#(members)}"#
  }

  @Test(arguments: [
    ("matching(type, 'Name')", #""Name""#, #"{"match":"type"}"#),
    ("  matching ( type,'Name' ) ", #""Name""#, #"{"match":"type"}"#),
    ("matching(equalTo, null)", "null", #"{"match":"equality"}"#),
    ("matching(number, 100)", "100", #"{"match":"number"}"#),
    ("matching(number, -0.5)", "-0.5", #"{"match":"number"}"#),
    ("matching(integer, 100)", "100", #"{"match":"integer"}"#),
    ("matching(decimal, 100.10)", "100.10", #"{"match":"decimal"}"#),
    ("matching(boolean, true)", "true", #"{"match":"boolean"}"#),
    ("matching(include, 'x')", #""x""#, #"{"match":"include","value":"x"}"#),
    ("matching(semver, '1.0.0')", #""1.0.0""#, #"{"match":"semver"}"#),
    (
      "matching(contentType, 'application/json', '{}')", #""{}""#,
      #"{"match":"contentType","value":"application/json"}"#
    ),
    (#"matching(regex, '\w+', 'x')"#, #""x""#, #"{"match":"regex","regex":"\\w+"}"#),
    (#"matching(regex, '\\w+', 'x')"#, #""x""#, #"{"match":"regex","regex":"\\w+"}"#),
    (#"matching(type, 'it\'s \u0041\u{1F600}\t')"#, "\"it's A😀\\t\"", #"{"match":"type"}"#),
    ("notEmpty('x')", #""x""#, #"{"match":"notEmpty"}"#),
    (
      "eachValue(matching(regex, 'a', 'a'))", #"["a"]"#,
      #"{"match":"eachValue","rules":[{"match":"regex","regex":"a"}],"value":"a"}"#
    ),
    (
      "eachKey(matching(type, 'k'))", #"{"k":null}"#,
      #"{"match":"eachKey","rules":[{"match":"type"}],"value":"k"}"#
    ),
    (
      "eachValue(eachValue(notEmpty(1)))", "[[1]]",
      #"{"match":"eachValue","rules":[{"match":"eachValue","rules":[{"match":"notEmpty"}],"value":1}]}"#
    ),
  ])
  func `an expression gives an example and a rule`(
    expression: String, example: String, rule: String
  ) throws {
    let response = try IntegrationBodyTests.response(Self.body(expression))
    #expect(IntegrationBodyTests.text(response) == example)
    #expect(IntegrationBodyTests.lines(response.rules) == ["body $: \(rule)"])
  }

  @Test func `several parts hold together`() throws {
    let response = try IntegrationBodyTests.response(
      Self.body(
        "atLeast(1), atMost(5), eachKey(matching(type, 'k')), eachValue(matching(integer, 7))"))
    #expect(IntegrationBodyTests.text(response) == #"{"k":7}"#)
    #expect(
      IntegrationBodyTests.lines(response.rules) == [
        #"body $: {"match":"type","min":1}"#, #"body $: {"match":"type","max":5}"#,
        #"body $: {"match":"eachKey","rules":[{"match":"type"}],"value":"k"}"#,
        #"body $: {"match":"eachValue","rules":[{"match":"integer"}],"value":7}"#,
      ])
  }

  @Test(arguments: [
    (
      "matching(datetime, 'yyyy-MM-dd', '2000-01-01')",
      #"{"match":"datetime","format":"yyyy-MM-dd"}"#, #"{"type":"DateTime","format":"yyyy-MM-dd"}"#
    ),
    (
      "matching(date, 'yyyy', '2000')", #"{"match":"date","format":"yyyy"}"#,
      #"{"type":"Date","format":"yyyy"}"#
    ),
    (
      "matching(time, 'HH', '12')", #"{"match":"time","format":"HH"}"#,
      #"{"type":"Time","format":"HH"}"#
    ),
    (
      "matching(time, 'HH', fromProviderState('${h}', '12'))",
      #"{"match":"time","format":"HH"}"#,
      #"{"type":"ProviderState","expression":"${h}","dataType":"STRING"}"#
    ),
    (
      "matching(type, fromProviderState('id', 3))", #"{"match":"type"}"#,
      #"{"type":"ProviderState","expression":"id","dataType":"INTEGER"}"#
    ),
  ])
  func `dates, times and provider states are made anew`(
    expression: String, rule: String, generator: String
  ) throws {
    let response = try IntegrationBodyTests.response(Self.body(expression))
    #expect(IntegrationBodyTests.lines(response.rules) == ["body $: \(rule)"])
    #expect(IntegrationBodyTests.lines(response.generators) == ["body $: \(generator)"])
  }

  @Test(arguments: [
    ("", #"[{"name":"Fred"}]"#, "$[*].name"),
    (#", "value": [{"name": "a"}, {"name": "b"}]"#, #"[{"name":"a"},{"name":"b"}]"#, "$[*].name"),
    (#", "value": {"k": {"name": "a"}}"#, #"{"k":{"name":"a"}}"#, "$.*.name"),
  ])
  func `a reference tells what every value is like`(
    value: String, example: String, path: String
  ) throws {
    let person = #", "person": {"name": {"pact:matcher:type": "type", "value": "Fred"}}"#
    let response = try IntegrationBodyTests.response(
      Self.body("eachValue(matching($'person'))", person + value))
    #expect(IntegrationBodyTests.text(response) == example)
    #expect(
      IntegrationBodyTests.lines(response.rules) == [
        #"body $: {"match":"eachValue","rules":[{"match":"type"}]}"#,
        #"body \#(path): {"match":"type"}"#,
      ])
  }

  @Test(arguments: [
    (
      "matching(",
      "expected one of boolean, contentType, date, datetime, decimal, equalTo, include, integer, number, regex, semver, time, type or a reference such as $'name' at character 10, but the expression ends"
    ),
    (
      "matching(wat, 'x')",
      "expected one of boolean, contentType, date, datetime, decimal, equalTo, include, integer, number, regex, semver, time, type or a reference such as $'name' at character 10, but found 'w'"
    ),
    ("matching(type)", "expected ',' at character 14, but found ')'"),
    ("matching(regex, 'x')", "expected ',' at character 20, but found ')'"),
    ("matching(type, 'x'", "expected ')' at character 19, but the expression ends"),
    (
      "matching(type, 'x)",
      "the string that starts here has no closing quote at character 16, but found '''"
    ),
    ("matching(integer, 1.5)", "expected a whole number at character 19, but found '1'"),
    ("matching(number, 'x')", "expected a number at character 18, but found '''"),
    ("matching(number, 007)", "expected a number at character 18, but found '0'"),
    ("matching(boolean, maybe)", "expected true or false at character 19, but found 'm'"),
    ("matching(semver, 100)", "expected a string in single quotes at character 18, but found '1'"),
    ("matching(type, 'x') and more", "expected ',' or the end at character 21, but found 'a'"),
    ("atLeast(-1)", "expected a whole number of at least 0 at character 9, but found '-'"),
    (
      "atMost(99999999999999999999)",
      "expected a whole number of at least 0 at character 8, but found '9'"
    ),
    (
      "wat('x')",
      "expected matching, notEmpty, eachKey, eachValue, atLeast or atMost at character 1, but found 'w'"
    ),
    (
      "matching(type, 'é'), é(",
      "expected matching, notEmpty, eachKey, eachValue, atLeast or atMost at character 22, but found 'é'"
    ),
    (
      #"matching(type, '\u00G0')"#,
      "expected four hexadecimal digits, or some in braces, at character 19, but found '0'"
    ),
  ])
  func `says what was expected at which character`(expression: String, reason: String) throws {
    let error = try #require(IntegrationErrorTests.error(Self.body(expression)))
    #expect(error.message == "'\(expression)' is no matching definition: \(reason)")
    #expect(error.position?.description == "2:97")
  }

  @Test(arguments: [
    ("matching($'name')", "the reference $'name' stands outside of eachValue(…)"),
    ("eachKey(matching($'name'))", "the reference $'name' stands outside of eachValue(…)"),
    ("eachValue(matching($'name'))", "the reference $'name' names no member of this object"),
  ])
  func `a reference names a member, inside of eachValue`(
    expression: String, message: String
  ) throws {
    let error = try #require(IntegrationErrorTests.error(Self.body(expression)))
    #expect(error.message.hasPrefix(message))
    #expect(error.message.contains(expression))
  }

  @Test(arguments: [
    (
      String(repeating: "eachValue(", count: 100_000) + "notEmpty('x')"
        + String(repeating: ")", count: 100_000), "nested deeper than 16 levels"
    ),
    (Array(repeating: "notEmpty('x')", count: 65).joined(separator: ", "), "more than 64 parts"),
  ])
  func `depth and length have a limit`(expression: String, message: String) throws {
    let error = try #require(IntegrationErrorTests.error(Self.body(expression)))
    #expect(error.message.contains(message))
  }

  @Test func `a reference to what is read anyway costs no second reading`() throws {
    var body = #"{"pact:matcher:type": "type", "value": 1}"#
    for _ in 0..<40 {
      body = Self.body("eachValue(matching($'value'))", #", "value": [\#(body)]"#)
    }
    let response = try IntegrationBodyTests.response(body)
    #expect(response.rules.count == 41)
    let error = try #require(
      IntegrationErrorTests.error(
        #"{"pact:matcher:type": "eachValue", "rules": ["matching($'rules')"]}"#))
    #expect(error.message.contains("names no member"))
  }
}
