import ContractMatching
import ContractModel
import JSONText
import Testing

@Suite struct ProviderStateGeneratorTests {
  private static let state =
    #"{"id": 1000, "name": "a b", "ok": true, "price": 1.50, "none": null, "digits": "12","#
    + #" "list": [1, {"x": 2.0}], "big": 123456789012345678901234567890, "yes": "True", "neg": -1}"#

  private func value(_ definition: String, like example: String = #""x""#) throws -> JSONValue {
    try GeneratorTesting.value(
      #"{"type": "ProviderState", \#(definition)}"#, like: example,
      try GeneratorTesting.context(.provider, state: Self.state))
  }

  @Test(arguments: [
    ("${id}", "1000"), ("id", "1000"), ("${name}", #""a b""#), ("${price}", "1.50"),
    ("${ok}", "true"), ("${none}", "null"), ("${list}", #"[1,{"x":2.0}]"#),
    ("/users/${id}", #""/users/1000""#), ("${id}${id}", #""10001000""#),
    ("${id} ", #""1000 ""#), ("<${list}>", #""<[1,{\"x\":2.0}]>""#),
    ("${big}", "123456789012345678901234567890"),
    ("$${id}}", #""$1000}""#), ("{id} ${name} $", #""{id} a b $""#),
  ])
  func `a value alone keeps its kind, a mixture is a text`(
    expression: String, expected: String
  ) throws {
    #expect(try value(#""expression": "\#(expression)""#).description == expected)
  }

  @Test(arguments: [
    ("STRING", "id", #""1000""#), ("STRING", "price", #""1.50""#),
    ("STRING", "list", #""[1,{\"x\":2.0}]""#),
    ("STRING", "none", #""null""#), ("INTEGER", "id", "1000"), ("INTEGER", "digits", "12"),
    ("INTEGER", "price", "1"), ("INTEGER", "ok", "1"), ("INTEGER", "none", "0"),
    ("INTEGER", "neg", "-1"), ("integer", "${digits}${id}", "121000"),
    ("INTEGER", "big", "123456789012345678901234567890"),
    ("DECIMAL", "price", "1.50"), ("DECIMAL", "id", "1000.0"), ("FLOAT", "digits", "12.0"),
    ("DECIMAL", "${digits}.${id}", "12.1000"), ("FLOAT", "ok", "1.0"), ("FLOAT", "none", "0.0"),
    ("BOOLEAN", "ok", "true"), ("BOOLEAN", "id", "true"), ("BOOLEAN", "neg", "false"),
    ("BOOLEAN", "none", "false"), ("BOOLEAN", "yes", "true"), ("RAW", "list", #"[1,{"x":2.0}]"#),
  ])
  func `converts to the data type`(type: String, expression: String, expected: String) throws {
    let definition = #""expression": "\#(expression)", "dataType": "\#(type)""#
    #expect(try value(definition).description == expected)
    #expect(try value(definition, like: "7").description == expected)
  }

  @Test(arguments: [
    ("INTEGER", "name"), ("INTEGER", "list"), ("DECIMAL", "name"), ("DECIMAL", "list"),
    ("BOOLEAN", "digits"), ("BOOLEAN", "list"), ("FLOAT", "yes"),
  ])
  func `refuses what stands for nothing of the data type`(type: String, name: String) throws {
    let error = #expect(throws: GenerationError.self) {
      try value(#""expression": "\#(name)", "dataType": "\#(type)""#)
    }
    #expect(error?.message.hasSuffix("which cannot be taken as \(type)") == true)
    #expect(error?.definition?["expression"]?.string == name)
  }

  @Test func `a missing value is named`() throws {
    let error = #expect(throws: GenerationError.self) {
      try value(#""expression": "/a/${user}""#)
    }
    let wanted = "the provider states gave no value for 'user'; they gave 'id', 'name'"
    #expect(error?.message.hasPrefix(wanted) == true)
  }

  @Test(arguments: [nil, "{}", "7"])
  func `states that gave nothing are told of`(state: String?) throws {
    let error = #expect(throws: GenerationError.self) {
      try GeneratorTesting.value(
        #"{"type": "ProviderState", "expression": "id"}"#,
        try GeneratorTesting.context(.provider, state: state))
    }
    #expect(
      error?.message == "the provider states gave no value for 'id'; they gave none at all")
  }

  @Test func `values stand in every part of a request`() throws {
    let request = try GeneratorTesting.request(
      #"""
      {"method": "POST", "path": "/users/1", "query": {"q": ["1", "2"]}, "headers": {"X-Id": ["1"]},
       "body": {"contentType": "application/json", "content": {"id": 1, "all": {"x": 1}}},
       "generators": {
         "path": {"type": "ProviderState", "expression": "/users/${name}/${id}"},
         "query": {"q": {"type": "ProviderState", "expression": "${name}"}},
         "header": {"x-id": {"type": "ProviderState", "expression": "<${id}>"}},
         "body": {"$.id": {"type": "ProviderState", "expression": "${id}"},
                  "$.all": {"type": "ProviderState", "expression": "list"}}}}
      """#)
    let generated = try GeneratorTesting.generate(
      request, try GeneratorTesting.context(.provider, state: Self.state))
    #expect(generated.path == "/users/a%20b/1000")
    #expect(generated.query == [Field("q", ["a b", "a b"])])
    #expect(generated.headers == [Field("X-Id", ["<1000>"])])
    #expect(
      generated.body.bytes.map { String(decoding: $0, as: UTF8.self) }
        == #"{"id":1000,"all":[1,{"x":2.0}]}"#)
    #expect(generated.method == "POST" && generated.generators.isEmpty)
  }
}
