import ContractMatching
import ContractModel
import JSONText
import Testing

/// What a generator makes holds to the rule of the same kind.
@Suite struct GeneratorRuleTests {
  @Test(arguments: [
    (#"{"type": "RandomInt", "min": -5, "max": 1000}"#, "7", #"{"match": "integer"}"#),
    (#"{"type": "RandomInt"}"#, "7", #"{"match": "regex", "regex": "10|\\d"}"#),
    (#"{"type": "RandomDecimal", "digits": 6}"#, "1.5", #"{"match": "decimal"}"#),
    (#"{"type": "RandomDecimal", "digits": 1}"#, "1.5", #"{"match": "decimal"}"#),
    (
      #"{"type": "RandomDecimal", "digits": 2}"#, "1.5",
      #"{"match": "regex", "regex": "[1-9]\\.\\d"}"#
    ),
    (
      #"{"type": "RandomHexadecimal", "digits": 20}"#, #""A""#,
      #"{"match": "regex", "regex": "[0-9A-F]{20}"}"#
    ),
    (
      #"{"type": "RandomString", "size": 20}"#, #""A""#,
      #"{"match": "regex", "regex": "[0-9A-Za-z]{20}"}"#
    ),
    (#"{"type": "RandomString"}"#, #""A""#, #"{"match": "regex", "regex": "\\w{10}"}"#),
    (#"{"type": "RandomBoolean"}"#, "true", #"{"match": "boolean"}"#),
    (
      #"{"type": "Regex", "regex": "\\d{1,8}"}"#, #""1""#,
      #"{"match": "regex", "regex": "\\d{1,8}"}"#
    ),
    (
      #"{"type": "Uuid"}"#, #""1""#,
      #"{"match": "regex", "regex": "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"}"#
    ),
    (
      #"{"type": "Uuid", "format": "lower-case-hyphenated"}"#, #""1""#,
      #"{"match": "regex", "regex": "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-.{12}"}"#
    ),
    (
      #"{"type": "Uuid", "format": "upper-case-hyphenated"}"#, #""1""#,
      #"{"match": "regex", "regex": "[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}"}"#
    ),
    (
      #"{"type": "Uuid", "format": "simple"}"#, #""1""#,
      #"{"match": "regex", "regex": "[0-9a-f]{32}"}"#
    ),
    (
      #"{"type": "Uuid", "format": "URN"}"#, #""1""#,
      #"{"match": "regex", "regex": "urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"}"#
    ),
    (#"{"type": "Date"}"#, #""x""#, #"{"match": "date"}"#),
    (
      #"{"type": "Date", "format": "EEE, d MMM yyyy"}"#, #""x""#,
      #"{"match": "date", "format": "EEE, d MMM yyyy"}"#
    ),
    (#"{"type": "Time"}"#, #""x""#, #"{"match": "time"}"#),
    (
      #"{"type": "DateTime"}"#, #""x""#,
      #"{"match": "datetime"}"#
    ),
  ])
  func `values hold to the rule of their kind`(
    generator: String, example: String, rule: String
  ) throws {
    let response = try GeneratorTesting.response(
      body: #"{"a": \#(example)}"#, generators: #"{"$.a": \#(generator)}"#,
      rules: #"{"$.a": {"matchers": [\#(rule)]}}"#)
    let matcher = try ResponseMatcher(response, places: PlaceFinder())
    for seed in UInt64(0)..<300 {
      let generated = try GeneratorTesting.generate(
        response, try GeneratorTesting.context(seed: seed))
      let mismatches = matcher.mismatches(
        ActualResponse(
          status: 200, headers: generated.headers, body: generated.body.bytes ?? []))
      #expect(mismatches.map(\.message) == [])
    }
  }

  @Test(arguments: [
    (#"{"type": "RandomInt"}"#, 0...10), (#"{"type": "RandomInt", "min": 3, "max": 5}"#, 3...5),
    (#"{"type": "RandomInt", "min": "-2", "max": "0"}"#, -2...0),
    (#"{"type": "RandomInt", "min": 7, "max": 7}"#, 7...7),
  ])
  func `whole numbers reach both ends of their range`(
    generator: String, range: ClosedRange<Int>
  ) throws {
    var found: Set<Int> = []
    for seed in UInt64(0)..<300 {
      let value = try GeneratorTesting.value(
        generator, like: "1", try GeneratorTesting.context(seed: seed))
      found.insert(try #require(value.integer))
    }
    #expect(found == Set(range))
  }

  @Test func `whole numbers may be any of 64 bits`() throws {
    let generator =
      #"{"type": "RandomInt", "min": -9223372036854775808, "max": 9223372036854775807}"#
    let values = try (UInt64(0)..<50).map {
      try GeneratorTesting.value(generator, like: "1", try GeneratorTesting.context(seed: $0))
    }
    #expect(values.allSatisfy { $0.integer != nil })
    #expect(Set(values.map(\.text)).count == 50)
  }

  @Test func `hexadecimal digits repeat`() throws {
    let value = try GeneratorTesting.value(
      #"{"type": "RandomHexadecimal", "digits": 1000000}"#, try GeneratorTesting.context())
    #expect(value.string?.utf8.count == 1_000_000)
    #expect(Set(value.string ?? "") == Set("0123456789ABCDEF"))
  }

  @Test func `decimal numbers have their point anywhere between their digits`() throws {
    var places: Set<Int> = []
    for seed in UInt64(0)..<300 {
      let value = try GeneratorTesting.value(
        #"{"type": "RandomDecimal", "digits": 4}"#, like: "1.5",
        try GeneratorTesting.context(seed: seed))
      let parts = value.text.split(separator: ".")
      #expect(value.isDecimal && value.text.utf8.count == 5 && parts.count == 2)
      places.insert(parts[0].count)
    }
    #expect(places == [1, 2, 3])
  }

  @Test(arguments: [
    (#"{"type": "RandomInt", "min": 5, "max": 5}"#, #"{"a":"5","b":5,"c":5}"#),
    (#"{"type": "Regex", "regex": "5"}"#, #"{"a":"5","b":"5","c":"5"}"#),
  ])
  func `numbers are texts where the example is a text`(
    generator: String, expected: String
  ) throws {
    let body = try GeneratorTesting.body(
      #"{"a": "100", "b": 100, "c": null}"#, #"{"$.*": \#(generator)}"#,
      try GeneratorTesting.context())
    #expect(body == expected)
  }

  @Test func `booleans are booleans also where the example is a text`() throws {
    let value = try GeneratorTesting.value(
      #"{"type": "RandomBoolean"}"#, try GeneratorTesting.context())
    #expect(value.kind == .boolean)
  }
}
