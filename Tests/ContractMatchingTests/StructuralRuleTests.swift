import ContractMatching
import JSONText
import Testing

/// Rules that speak of the content of arrays and objects.
@Suite struct StructuralRuleTests {
  private static let letters = #"{"match": "regex", "regex": "[a-z]+"}"#
  private static let type = #"{"match": "type"}"#
  private static let integer = #"{"match": "integer"}"#

  private static func each(_ what: String, _ rules: String...) -> String {
    #"{"match": "\#(what)", "rules": [\#(rules.joined(separator: ", "))]}"#
  }

  /// What differs in the member `a` under the rules at `$.a`.
  private func differences(
    _ expected: String, _ actual: String, _ rules: String..., others: String = "",
    combine: String = "AND"
  ) throws -> [String] {
    let set =
      #""$.a": {"combine": "\#(combine)", "matchers": [\#(rules.joined(separator: ", "))]}"#
    return try JSONMatchingTests.differences(
      #"{"a": \#(expected)}"#, #"{"a": \#(actual)}"#,
      rules: "{\(set)\(others.isEmpty ? "" : ", " + others)}", isRequest: true)
  }

  @Test(arguments: ["eachKey", "each-key"])
  func `eachKey asks the keys and not the values`(name: String) throws {
    let rule = Self.each(name, Self.letters)
    #expect(try differences(#"{"one": 1}"#, #"{"two": 2, "one": 3}"#, rule) == [])
    #expect(
      try differences(#"{"one": 1}"#, #"{"T2": 1}"#, rule) == [
        "$.a.T2: Expected 'T2' to match '[a-z]+'"
      ])
    // A rule for the values is asked all the same.
    let values = #""$.a.*": {"matchers": [\#(Self.integer)]}"#
    #expect(
      try differences(#"{"one": 1}"#, #"{"two": "x"}"#, rule, others: values) == [
        "$.a.two: Expected 'x' (String) to be an integer"
      ])
  }

  @Test func `of the values under eachKey only what rules name is compared`() throws {
    let rule = Self.each("eachKey", Self.letters)
    let expected = #"{"one": {"id": 1, "name": "x", "tags": ["a"]}}"#
    let id = #""$.a.*.id": {"matchers": [\#(Self.integer)]}"#
    func found(_ actual: String) throws -> [String] {
      try differences(expected, actual, rule, others: id)
    }
    for key in ["one", "two"] {
      #expect(try found(#"{"\#(key)": {"id": 2, "name": "y", "more": [1]}}"#) == [])
      #expect(
        try found(#"{"\#(key)": {"id": "s", "name": 5}}"#) == [
          "$.a.\(key).id: Expected 's' (String) to be an integer"
        ])
      #expect(
        try found(#"{"\#(key)": {"name": "y"}}"#) == [
          "$.a.\(key): Actual map is missing the following keys: id"
        ])
      #expect(try found(#"{"\#(key)": 5}"#).count == 1)
    }
    // A rule for the whole value compares all of it, and eachValue does, too.
    let all = #""$.a.*": {"matchers": [\#(Self.type)]}"#
    #expect(
      try differences(expected, #"{"two": {"id": 4, "name": 7}}"#, rule, others: all).count == 2)
    #expect(
      try differences(
        expected, #"{"two": {"id": 4, "name": 7}}"#, rule, Self.each("eachValue", Self.type)
      ).count == 2)
  }

  @Test(arguments: ["eachValue", "each-value"])
  func `eachValue asks each value of an object and each element of an array`(
    name: String
  ) throws {
    let rule = Self.each(name, Self.integer)
    #expect(try differences(#"{"x": 1}"#, #"{"y": 2, "z": 3}"#, rule) == [])
    #expect(try differences("[1]", "[2, 3, 4]", rule) == [])
    #expect(try differences("[1]", "[]", rule) == [])
    #expect(
      try differences(#"{"x": 1}"#, #"{"y": "s"}"#, rule) == [
        "$.a.y: Expected 's' (String) to be an integer"
      ])
    #expect(
      try differences("[1]", #"[2, "s"]"#, rule) == [
        "$.a[1]: Expected 's' (String) to be an integer"
      ])
  }

  @Test func `the rules of eachValue hold for what lies below, and longer paths beside them`()
    throws
  {
    let rule = Self.each("eachValue", Self.type)
    let expected = #"{"x": {"id": 1, "name": "n"}}"#
    #expect(try differences(expected, #"{"y": {"id": 2, "name": "m"}}"#, rule) == [])
    #expect(
      try differences(expected, #"{"y": {"id": "2", "name": "m"}}"#, rule) == [
        "$.a.y.id: Expected '2' (String) to be the same type as 1 (Integer)"
      ])
    let name = #""$.a.*.name": {"matchers": [\#(Self.letters)]}"#
    #expect(
      try differences(expected, #"{"y": {"id": 2, "name": "M1"}}"#, rule, others: name) == [
        "$.a.y.name: Expected 'M1' to match '[a-z]+'"
      ])
  }

  @Test func `eachValue and a rule at the same value both count`() throws {
    let rule = Self.each("eachValue", Self.type)
    let value = #""$.a.*": {"matchers": [\#(Self.integer)]}"#
    #expect(
      try differences(#"{"x": 1}"#, #"{"y": 2.5}"#, rule, others: value) == [
        "$.a.y: Expected 2.5 (Decimal) to be an integer"
      ])
    let or = #""$.a.*": {"combine": "OR", "matchers": [\#(Self.integer), {"match": "null"}]}"#
    let letters = Self.each("eachValue", #"{"match": "regex", "regex": "[1-9]"}"#)
    #expect(try differences(#"{"x": 1}"#, #"{"y": 2}"#, letters, others: or) == [])
    #expect(try differences(#"{"x": 1}"#, #"{"y": 20}"#, letters, others: or).count == 1)
    #expect(try differences(#"{"x": 1}"#, #"{"y": "2"}"#, letters, others: or).count == 1)
  }

  @Test func `eachValue, eachKey and arrayContains may stand in each other`() throws {
    let values = Self.each("eachValue", Self.each("eachValue", Self.integer))
    #expect(try differences(#"{"x": {"p": 1}}"#, #"{"y": {"q": 2}}"#, values) == [])
    #expect(
      try differences(#"{"x": {"p": 1}}"#, #"{"y": {"q": "s"}}"#, values) == [
        "$.a.y.q: Expected 's' (String) to be an integer"
      ])
    let keys = Self.each("eachValue", Self.each("eachKey", Self.letters))
    #expect(try differences(#"{"X": {"p": 1}}"#, #"{"Y": {"q": 2}}"#, keys) == [])
    #expect(
      try differences(#"{"X": {"p": 1}}"#, #"{"Y": {"Q": 2}}"#, keys) == [
        "$.a.Y.Q: Expected 'Q' to match '[a-z]+'"
      ])
    let variants =
      #"{"match": "arrayContains", "variants": [{"index": 0, "rules":"#
      + #" {"$": {"matchers": [\#(Self.integer)]}}}]}"#
    let arrays = Self.each("eachValue", variants)
    #expect(try differences(#"{"x": [1]}"#, #"{"y": ["s", 2]}"#, arrays) == [])
    #expect(
      try differences(#"{"x": [1]}"#, #"{"y": ["s"]}"#, arrays) == [
        "$.a.y: Variant at index 0 (1) was not found in the actual list"
      ])
  }

  @Test func `an empty example leaves the rules of eachValue`() throws {
    let rule = Self.each("eachValue", Self.integer)
    #expect(try differences("{}", #"{"y": 2}"#, rule) == [])
    #expect(
      try differences("{}", #"{"y": "s"}"#, rule) == [
        "$.a.y: Expected 's' (String) to be an integer"
      ])
    #expect(try differences("[]", #"["s"]"#, rule).count == 1)
  }

  @Test func `values ignores keys and is not inherited`() throws {
    let rule = #"{"match": "values"}"#
    #expect(try differences(#"{"x": 1, "y": 2}"#, #"{"y": 2, "z": 1}"#, rule) == [])
    #expect(
      try differences(#"{"x": 1, "y": 2}"#, #"{"y": 1}"#, rule) == [
        "$.a.y: Expected 1 (Integer) to be equal to 2 (Integer)"
      ])
    #expect(
      try differences(#"{"x": {"b": 1}}"#, #"{"z": {"c": 1}}"#, rule) == [
        "$.a.z: Expected a Map with keys [b] but received one with keys [c]"
      ])
    let below = #""$.a.*.b": {"matchers": [\#(Self.type)]}"#
    #expect(
      try differences(#"{"x": {"b": 1}}"#, #"{"z": {"b": 2}}"#, rule, others: below) == [])
    let named = #""$.a.k": {"matchers": [\#(Self.letters)]}"#
    #expect(try differences(#"{"x": 1}"#, #"{"k": "abc"}"#, rule, others: named) == [])
  }

  @Test(arguments: ["arrayContains", "array-contains"])
  func `arrayContains finds each variant among anything else`(name: String) throws {
    let rule =
      #"{"match": "\#(name)", "variants": [{"index": 0, "rules": {"$.id": {"matchers":"#
      + #" [\#(Self.integer)]}}}, {"index": 1}]}"#
    let expected = #"[{"id": 1}, "x"]"#
    #expect(try differences(expected, #"[7, "x", {"id": "no"}, {"id": 5}]"#, rule) == [])
    #expect(
      try differences(expected, #"[7, {"id": "no"}]"#, rule) == [
        #"$.a: Variant at index 0 ({"id":1}) was not found in the actual list"#,
        #"$.a: Variant at index 1 ("x") was not found in the actual list"#,
      ])
  }

  @Test func `ignore-order pairs each element with another`() throws {
    let rule = #"{"match": "ignore-order"}"#
    #expect(try differences("[1, 2, 3]", "[3, 1, 2]", rule) == [])
    #expect(
      try differences("[1, 2, 2]", "[2, 1, 1]", rule) == [
        "$.a: Expected 2 in any place but it was not found"
      ])
    #expect(
      try differences("[1, 2]", "[2, 1, 3]", rule) == [
        "$.a: Expected a List with 2 elements but received 3 elements"
      ])
    #expect(
      try differences("[1]", "[2, 1, 3]", #"{"match": "ignore-order", "min": 1, "max": 3}"#) == [])
    #expect(
      try differences("[1]", "[2, 1, 3]", #"{"match": "ignore-order", "max": 2}"#) == [
        "$.a: Expected [2, 1, 3] (size 3) to have maximum size of 2"
      ])
    // The first could take the place of the second, which fits nowhere else.
    let below = #""$.a[0]": {"matchers": [\#(Self.integer)]}"#
    #expect(try differences("[1, 2]", "[2, 5]", rule, others: below) == [])
    #expect(try differences(#"[{"b": 1}, 2]"#, #"[2, {"b": 1}]"#, rule) == [])
  }

  @Test func `of rules combined by OR one decides for the whole content`() throws {
    let integers = Self.each("eachValue", Self.integer)
    let letters = Self.each("eachValue", Self.letters)
    func or(_ actual: String) throws -> [String] {
      try differences(#"{"x": 1}"#, actual, integers, letters, combine: "OR")
    }
    #expect(try or(#"{"y": 1, "z": 2}"#) == [])
    #expect(try or(#"{"y": "p", "z": "q"}"#) == [])
    // What is told is what the nearest alternative misses.
    #expect(
      try or(#"{"y": 1, "z": "q", "w": "r"}"#) == ["$.a.y: Expected 1 to match '[a-z]+'"])
    #expect(
      try or(#"{"y": 1, "z": 2, "w": "r"}"#) == [
        "$.a.w: Expected 'r' (String) to be an integer"
      ])
    let null = #"{"match": "null"}"#
    #expect(
      try differences(#"{"x": 1}"#, "5", integers, null, combine: "OR") == [
        #"$.a: Type mismatch: Expected 5 (Integer) to be the same type as {"x":1} (Object)"#,
        "$.a: Expected 5 (Integer) to be a null value",
      ])
    #expect(
      try differences(
        #"{"x": 1}"#, "null", integers, #"{"match": "null"}"#, combine: "OR") == [])
  }

  @Test(arguments: [
    (#"{"one": 1}"#, "null", "null (Null)"), ("[1]", #"{"b": 1}"#, #"{"b":1} (Object)"#),
  ])
  func `a value of another kind fits no rule for content`(
    expected: String, actual: String, shown: String
  ) throws {
    for rule in [#"{"match": "values"}"#, Self.each("eachValue", Self.type)] {
      let differences = try differences(expected, actual, rule)
      #expect(differences.count == 1)
      #expect(
        differences.first?.hasPrefix("$.a: Type mismatch: Expected \(shown) to be the same type")
          == true)
    }
  }

  @Test(arguments: [
    ("[1]", #"{"match": "eachKey", "rules": [{"match": "type"}]}"#, "is for objects"),
    (#"{"b": 1}"#, #"{"match": "arrayContains", "variants": []}"#, "is for arrays"),
    ("1", #"{"match": "values"}"#, "is for arrays and objects"),
    ("[1]", #"{"match": "arrayContains", "variants": [{"index": 3}]}"#, "not in the example"),
    ("[1]", #"{"match": "eachValue"}"#, "needs a list 'rules'"),
    ("[1]", #"{"match": "eachValue", "rules": [{"match": "wat"}]}"#, "'wat' is not known"),
    ("[1]", #"{"match": "eachValue", "rules": [{"match": "statusCode"}]}"#, "only for the status"),
  ])
  func `a rule that does not fit the example is an error`(
    expected: String, rule: String, message: String
  ) throws {
    let error = #expect(throws: RuleError.self) { try differences(expected, expected, rule) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    #expect(error?.rule != nil)
  }

  @Test func `the trials of elements in any order are limited`() throws {
    let numbers = (0..<3_000).map(String.init)
    let expected = "[\(numbers.joined(separator: ","))]"
    let actual = "[\(numbers.map { "\"\($0)\"" }.joined(separator: ","))]"
    let differences = try differences(
      expected, actual, #"{"match": "ignore-order"}"#,
      others: #""$.a[*]": {"matchers": [\#(Self.integer)]}"#)
    #expect(differences.first?.contains("gave up") == true)
  }

  @Test func `large lists in another order are paired by what they mean`() throws {
    let numbers = (0..<2_500).map { #"{"id": \#($0), "x": [1.0]}"# }
    let others = (0..<2_500).map { #"{"x": [1.00], "\u0069d": \#($0)}"# }
    let rule = #"{"match": "ignore-order"}"#
    let expected = "[\(numbers.joined(separator: ","))]"
    #expect(
      try differences(expected, "[\(others.reversed().joined(separator: ","))]", rule) == [])
    let below = #""$.a[*].id": {"matchers": [{"match": "integer"}]}"#
    #expect(
      try differences(
        expected, "[\(others.reversed().joined(separator: ","))]", rule, others: below) == [])
  }

  @Test func `rules nested deeply need no more plans than the example has values`() throws {
    var rule = Self.integer
    var value = "1"
    for _ in 0..<200 {
      rule = Self.each("eachValue", rule)
      value = #"{"k": \#(value)}"#
    }
    #expect(try differences(value, value.replacing("1", with: "2"), rule) == [])
    #expect(try differences(value, value.replacing("1", with: "true"), rule).count == 1)
  }

  @Test func `arrayContains and eachValue at one place both count`() throws {
    let variants =
      #"{"match": "arrayContains", "variants": [{"index": 0, "rules": {"$": {"matchers":"#
      + #" [\#(Self.integer)]}}}]}"#
    let each = Self.each("eachValue", #"{"match": "regex", "regex": "\\w"}"#)
    #expect(try differences("[1]", #"["x", 7]"#, variants, each) == [])
    #expect(
      try differences("[1]", #"["!!", 7]"#, variants, each) == [
        #"$.a[0]: Expected '!!' to match '\w'"#
      ])
    #expect(try differences("[1]", #"["x"]"#, variants, each).count == 1)
  }

  @Test func `a least number above the greatest is an error`() throws {
    #expect(throws: RuleError.self) {
      try differences("[1]", "[1]", #"{"match": "type", "min": 3, "max": 1}"#)
    }
  }
}
