import JSONSchema
import JSONText
import Testing

@Suite struct JSONSchemaTests {
  @Test func `a violation names both paths, the keyword and the fault`() throws {
    let schema = try JSONSchema(
      JSONValue(
        parsing: """
          {"properties": {"a/b": {"$ref": "#/$defs/n"}}, "required": ["z"],
           "$defs": {"n": {"items": {"minimum": 3}}}}
          """))
    let value = try JSONValue(parsing: #"{"a/b": [5, 1]}"#)
    let violations = schema.validate(value)
    #expect(violations.map(\.instancePath) == ["", "/a~1b/1"])
    #expect(violations.map(\.schemaPath) == ["/required", "/$defs/n/items/minimum"])
    #expect(violations.map(\.keyword) == ["required", "minimum"])
    #expect(
      violations.map(\.message) == [
        "The member 'z' must be present.", "1 is below the minimum.",
      ])
  }

  @Test(arguments: [
    (##"{"a": 1, "$ref": "#/nowhere"}"##, "/$ref"),
    (#"{"$ref": "http://example.com/x"}"#, "/$ref"),
    (#"{"properties": {"a": {"minLength": -1}}}"#, "/properties/a/minLength"),
    (#"{"allOf": [{}, 3]}"#, "/allOf/1"), (#"{"pattern": "a"}"#, "/pattern"),
    (#"{"multipleOf": 0}"#, "/multipleOf"),
  ])
  func `a wrong schema is an error with a place`(text: String, pointer: String) throws {
    let value = try JSONValue(parsing: text)
    let error = #expect(throws: JSONSchemaError.self) { try JSONSchema(value) }
    #expect(error?.pointer == pointer)
  }

  @Test(arguments: [
    ##"{"$ref": "#"}"##, ##"{"allOf": [{"$ref": "#"}, {"$ref": "#"}]}"##,
    ##"{"not": {"$ref": "#"}}"##,
  ])
  func `a schema that leads back to itself ends`(text: String) throws {
    let schema = try JSONSchema(try JSONValue(parsing: text))
    #expect(!schema.isValid(.null))
    #expect(schema.validate(.null).map(\.keyword) == ["depth"])
  }

  @Test func `ten thousand schemas in each other end`() throws {
    let text =
      String(repeating: #"{"allOf":["#, count: 10_000) + "true"
      + String(repeating: "]}", count: 10_000)
    let root = try JSONDocument(parsing: Array(text.utf8), depthLimit: .max).root
    #expect(try JSONSchema(root).validate(.null).map(\.keyword) == ["depth"])
  }

  @Test func `schemas that multiply end`() throws {
    let levels = (0..<40).map {
      ##""s\##($0)": {"anyOf": [{"$ref": "#/$defs/s\##($0 + 1)"}, {"$ref": "#/$defs/s\##($0 + 1)"}]}"##
    }
    let text =
      ##"{"$ref": "#/$defs/s0", "$defs": {\##(levels.joined(separator: ",")), "s40": false}}"##
    let schema = try JSONSchema(try JSONValue(parsing: text))
    #expect(!schema.isValid(.null, stepLimit: 100_000))
    #expect(schema.validate(.null, stepLimit: 100_000).map(\.keyword) == ["steps"])
  }

  @Test func `a hundred thousand values of enum are found by value`() throws {
    let list = (0..<100_000).map { "\($0)" }.joined(separator: ",")
    let schema = try JSONSchema(try JSONValue(parsing: #"{"items": {"enum": [\#(list)]}}"#))
    #expect(schema.isValid(try JSONValue(parsing: "[\(list)]")))
    #expect(schema.isValid(try JSONValue(parsing: "[99999.0, 1e2]")))
    #expect(!schema.isValid(try JSONValue(parsing: "[100000]")))
  }
}
