import ContractModel
import Testing

@Suite struct PathExpressionTests {
  @Test(arguments: [
    ("$", "$"), ("", "$"), ("$.a.b", "$.a.b"), ("a.b", "$.a.b"), ("$['a b'][0]", "$['a b'][0]"),
    ("$.a[*].*", "$.a[*].*"), (#"$["x"]"#, "$.x"), ("$.a['@id']['#text']", "$.a['@id']['#text']"),
    ("2", "$['2']"), ("$[2]", "$[2]"), (#"$["a'b"]"#, #"$["a'b"]"#),
    ("$['urn:x:y']", "$['urn:x:y']"), ("$.ünï", "$['ünï']"),
  ])
  func `reads what files write`(text: String, expected: String) throws {
    #expect(try PathExpression(parsing: text).description == expected)
  }

  @Test(arguments: ["$.", "$[", "$['a", "$['']", "$[x]", "$.a b", "$a.", "$..a", "$[1"])
  func `refuses what is no path`(text: String) {
    #expect(throws: PathExpressionError.self) { try PathExpression(parsing: text) }
  }
}
