import ContractModel
import JSONText
import Testing

@testable import ContractMatching

@Suite struct XMLRuleTests {
  static let digits = #"{"match": "regex", "regex": "\\d+"}"#
  static let type = #"{"match": "type"}"#
  static let equality = #"{"match": "equality"}"#

  @Test(arguments: [
    ("$.a['@id']", "<a id='1'/>", "<a id='2'/>", "<a id='x'/>", "$.a['@id']"),
    ("$['a']['@id']", "<a id='1'/>", "<a id='2'/>", "<a id='x'/>", "$.a['@id']"),
    ("$.a.b['#text']", "<a><b>1</b></a>", "<a><b>2</b></a>", "<a><b>x</b></a>", "$.a.b['#text']"),
    ("$.a.b.#text", "<a><b>1</b></a>", "<a><b>2</b></a>", "<a><b>x</b></a>", "$.a.b['#text']"),
    ("$.a.b", "<a><b>1</b></a>", "<a><b>2</b></a>", "<a><b>x</b></a>", "$.a.b['#text']"),
    (
      "$.a.b", "<a><b>1</b><b>2</b></a>", "<a><b>3</b><b>4</b></a>", "<a><b>3</b><b>x</b></a>",
      "$.a.b[1]['#text']"
    ),
    (
      "$.a.b[1]", "<a><b>x</b><b>2</b></a>", "<a><b>x</b><b>4</b></a>",
      "<a><b>x</b><b>y</b></a>", "$.a.b[1]['#text']"
    ),
    (
      "$.a.b[*].c", "<a><b><c>1</c></b></a>", "<a><b><c>2</c></b></a>",
      "<a><b><c>x</c></b></a>", "$.a.b.c['#text']"
    ),
    (
      "$.a[*].b['@c']", "<a><b c='1'/></a>", "<a><b c='2'/></a>", "<a><b c='x'/></a>",
      "$.a.b['@c']"
    ),
    (
      "$.a[0].b[0]['@c']", "<a><b c='1'/></a>", "<a><b c='2'/></a>", "<a><b c='x'/></a>",
      "$.a.b['@c']"
    ),
    ("$.a.*['@c']", "<a><b c='1'/></a>", "<a><b c='2'/></a>", "<a><b c='x'/></a>", "$.a.b['@c']"),
    ("$[*].b", "<a><b>1</b></a>", "<a><b>2</b></a>", "<a><b>x</b></a>", "$.a.b['#text']"),
    (
      "$['urn:n:a']['@urn:n:b']", "<n:a xmlns:n='urn:n' n:b='1'/>",
      "<m:a xmlns:m='urn:n' m:b='2'/>", "<m:a xmlns:m='urn:n' m:b='x'/>",
      "$['urn:n:a']['@urn:n:b']"
    ),
    (
      "$.n:a['@n:b']", "<n:a xmlns:n='urn:n' n:b='1'/>", "<m:a xmlns:m='urn:n' m:b='2'/>",
      "<m:a xmlns:m='urn:n' m:b='x'/>", "$['urn:n:a']['@urn:n:b']"
    ),
    (
      "$.a.b", "<a xmlns='urn:n'><b>1</b></a>", "<m:a xmlns:m='urn:n'><m:b>2</m:b></m:a>",
      "<m:a xmlns:m='urn:n'><m:b>x</m:b></m:a>", "$['urn:n:a']['urn:n:b']['#text']"
    ),
  ])
  func `a path names attributes, texts and elements`(
    path: String, expected: String, good: String, bad: String, place: String
  ) throws {
    let test = try XMLCase(expected, rules: [path: Self.digits])
    #expect(test.unused == [])
    #expect(try test.differences(good, isRequest: true) == [])
    #expect(
      try test.differences(bad, isRequest: true).map { $0.replacing("'y'", with: "'x'") } == [
        #"\#(place): Expected 'x' to match '\d+'"#
      ])
    #expect(try test.mismatches(bad).map(\.rule) == ["regex"])
  }

  @Test func `a bare name is not one with a prefix`() throws {
    let test = try XMLCase("<n:a xmlns:n='urn:n'>1</n:a>", rules: ["$.a": Self.digits])
    #expect(test.unused == ["$.a"])
  }

  @Test func `an index does not reach the children, and a wildcard no index`() throws {
    let text = "<a><b>1</b><b>x</b></a>"
    let first = try XMLCase(text, rules: ["$.a.b[0]": Self.digits])
    #expect(try first.differences("<a><b>2</b><b>x</b></a>") == [])
    #expect(try first.differences("<a><b>2</b><b>3</b></a>").count == 1)
    let wild = try XMLCase("<a c='x'><b c='1'/></a>", rules: ["$.a.*['@c']": Self.digits])
    #expect(try wild.differences("<a c='y'><b c='2'/></a>").count == 1)
    #expect(try wild.differences("<a c='x'><b c='2'/></a>") == [])
  }

  @Test func `a rule for values at an element that is only text means the text alone`() throws {
    let test = try XMLCase(
      "<a><total currency='EUR'>1.5</total></a>",
      rules: ["$.a.total": #"{"match": "decimal"}"#])
    #expect(try test.differences("<a><total currency='EUR'>2.75</total></a>") == [])
    #expect(
      try test.differences("<a><total currency='USD'>x</total></a>") == [
        "$.a.total['@currency']: Expected 'USD' (String) to be equal to 'EUR' (String)",
        "$.a.total['#text']: Expected 'x' (String) to be a decimal number",
      ])
  }

  @Test func `a rule for values at an element that holds others is asked for the values in it`()
    throws
  {
    let test = try XMLCase("<a b='1'><c>2</c></a>", rules: ["$.a": Self.digits])
    #expect(try test.differences("<a b='3'><c>4</c></a>") == [])
    #expect(
      try test.differences("<a b='x'><c>y</c></a>") == [
        #"$.a['@b']: Expected 'x' to match '\d+'"#, #"$.a.c['#text']: Expected 'y' to match '\d+'"#,
      ])
  }

  @Test func `type is inherited, equality resets it`() throws {
    let test = try XMLCase(
      "<a><b c='1'>x</b><d>y</d></a>", rules: ["$": Self.type, "$.a.d": Self.equality])
    #expect(try test.differences("<a><b c='2'>z</b><d>y</d></a>") == [])
    #expect(
      try test.differences("<a><b c='2'>z</b><d>z</d></a>") == [
        "$.a.d['#text']: Expected 'z' (String) to be equal to 'y' (String)"
      ])
  }

  @Test func `under type only names of the example are allowed, in responses too`() throws {
    let test = try XMLCase("<a><b>x</b></a>", rules: ["$.a": Self.type])
    #expect(
      try test.differences("<a><b>x</b><c/></a>") == ["$.a.c: Unexpected child <c/>"])
    #expect(try test.differences("<a d='1'><b>x</b><b>x</b></a>") == [])
  }

  @Test func `rules are combined by AND and OR`() throws {
    let rules = try JSONValue(parsing: #"[\#(Self.digits), {"match": "include", "value": "x"}]"#)
    func test(_ combination: MatchingRuleSet.Combination) throws -> XMLCase {
      let set = MatchingRuleSet(
        .body, "$.a", combination: combination, rules: rules.elements.map { $0 })
      return try XMLCase("<a>1</a>", sets: [set])
    }
    #expect(try test(.or).differences("<a>x</a>") == [])
    #expect(try test(.or).differences("<a>y</a>").count == 2)
    #expect(try test(.and).differences("<a>2</a>").count == 1)
  }

  @Test func `rules that apply to nothing of the example are told`() throws {
    let test = try XMLCase(
      "<a b='1'><c/><c/></a>",
      rules: [
        "$.a['@b']": Self.type, "$.a['@x']": Self.type, "$.a.d": Self.type,
        "$.a.c[1]": Self.equality, "$.a.c[2]": Self.equality, "$.a.b": Self.type,
        "$.a.c['#text']": Self.type, "$.x": Self.type,
      ])
    #expect(test.unused == ["$.a['@x']", "$.a.d", "$.a.c[2]", "$.a.b", "$.x"])
  }

  @Test(arguments: [
    #"{"match": "values"}"#, #"{"match": "ignore-order"}"#,
    #"{"match": "eachKey", "rules": [{"match": "type"}]}"#,
    #"{"match": "eachValue", "rules": [{"match": "type"}]}"#,
    #"{"match": "arrayContains", "variants": []}"#,
  ])
  func `rules for the content of JSON are refused`(rule: String) throws {
    let error = #expect(throws: RuleError.self) {
      try XMLCase("<a><b/></a>", rules: ["$.a": rule])
    }
    #expect(error?.message.contains("does not apply to XML bodies") == true)
  }
}
