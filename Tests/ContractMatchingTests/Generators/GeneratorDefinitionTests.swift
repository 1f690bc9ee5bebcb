import ContractMatching
import ContractModel
import JSONText
import Testing

@Suite struct GeneratorDefinitionTests {
  @Test(arguments: [
    ("7", "expected an object as generator"), ("{}", "the generator has no 'type'"),
    (#"{"type": 7}"#, "expected a string for 'type'"),
    (
      #"{"type": "Wat"}"#,
      "the generator 'Wat' is not known; known are Date, DateTime, MockServerURL, ProviderState,"
        + " RandomBoolean, RandomDecimal, RandomHexadecimal, RandomInt, RandomString, Regex, Time,"
        + " Uuid"
    ),
    (#"{"type": "uuid"}"#, "the generator 'uuid' is not known"),
    (#"{"type": "RandomInt", "min": 11}"#, "'min' is 11, which is more than 'max', 10"),
    (#"{"type": "RandomInt", "min": 1.5}"#, "expected a whole number for 'min'"),
    (#"{"type": "RandomInt", "max": "x"}"#, "expected a whole number for 'max'"),
    (
      #"{"type": "RandomInt", "max": 9223372036854775808}"#, "expected a whole number for 'max'"
    ),
    (
      #"{"type": "RandomDecimal", "digits": 0}"#,
      "expected a whole number of 1 to 1000000 for 'digits'"
    ),
    (
      #"{"type": "RandomHexadecimal", "digits": -1}"#,
      "expected a whole number of 0 to 1000000 for 'digits'"
    ),
    (
      #"{"type": "RandomString", "size": 1000001}"#,
      "expected a whole number of 0 to 1000000 for 'size'"
    ),
    (#"{"type": "Regex"}"#, "the generator 'Regex' needs a string 'regex'"),
    (#"{"type": "Regex", "regex": 1}"#, "expected a string for 'regex'"),
    (#"{"type": "Regex", "regex": "("}"#, "the regular expression '(' is not valid"),
    (
      #"{"type": "Uuid", "format": "short"}"#,
      "the UUID format 'short' is not known; known are simple, lower-case-hyphenated,"
        + " upper-case-hyphenated, URN"
    ),
    (#"{"type": "Date", "format": "bb"}"#, "'bb'"),
    (#"{"type": "Date", "expression": "soon"}"#, "soon"),
    (#"{"type": "Date", "expression": "today @ now"}"#, "today @ now"),
    (#"{"type": "ProviderState"}"#, "the generator 'ProviderState' needs a string 'expression'"),
    (#"{"type": "ProviderState", "expression": ""}"#, "the expression is empty"),
    (#"{"type": "ProviderState", "expression": "/${id"}"#, "'}' behind '${'"),
    (#"{"type": "ProviderState", "expression": "${}"}"#, "expected a name"),
    (
      #"{"type": "ProviderState", "expression": "a", "dataType": "X"}"#,
      "the data type 'X' is not known; known are STRING, INTEGER, DECIMAL, FLOAT, BOOLEAN, RAW"
    ),
    (
      #"{"type": "MockServerURL", "regex": "a"}"#,
      "the generator 'MockServerURL' needs a string 'example'"
    ),
    (
      #"{"type": "MockServerURL", "example": "a", "regex": "(b)"}"#,
      "the example 'a' does not match '(b)'"
    ),
    (
      #"{"type": "MockServerURL", "example": "a", "regex": "a"}"#,
      "'a' has no group that finds something in 'a'"
    ),
  ])
  func `says what is wrong with a definition`(definition: String, reason: String) throws {
    let message = try #require(try GeneratorTesting.compilationError(definition))
    #expect(message.contains(reason), "\(message)")
  }

  @Test(arguments: [
    (MatchingRuleSet.Category.body, "$.a b", "'$.a b' is no path expression"),
    (.header, "", "the generator needs the name of a field"),
    (.query, "$", "'$' names no field"), (.query, "$.*", "'$.*' names no field"),
    (.header, "$.a.b", "'$.a.b' names no field"),
  ])
  func `says what is wrong with a place`(
    category: MatchingRuleSet.Category, selector: String, reason: String
  ) throws {
    let message = try #require(
      try GeneratorTesting.compilationError(#"{"type": "Uuid"}"#, category, at: selector))
    #expect(message.contains(reason), "\(message)")
  }

  @Test func `a path may not be longer than any body is deep`() throws {
    let path = "$" + String(repeating: ".a", count: 513)
    let message = try GeneratorTesting.compilationError(#"{"type": "Uuid"}"#, at: path)
    #expect(message == "the path has more than 512 steps")
  }

  @Test func `too many combinations of wildcards and names are refused`() throws {
    // Each level doubles the number of paths that lead to one place.
    let entries = try (0..<1 << 14).map { number in
      let path = (0..<14).map { number >> $0 & 1 == 1 ? ".*" : ".a" }.joined()
      return GeneratorEntry(
        .body, "$" + path + ".x\(number)", definition: try JSONValue(parsing: #"{"type": "Uuid"}"#))
    }
    let error = #expect(throws: RuleError.self) {
      _ = try GeneratorPlan(entries, rules: [], mode: .consumer)
    }
    #expect(error?.message.contains("too many combinations") == true)
  }
}
