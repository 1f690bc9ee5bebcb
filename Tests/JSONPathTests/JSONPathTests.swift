import JSONPath
import JSONText
import Testing

@Suite struct JSONPathTests {
  /// A path, a document, and what is found: JSON, `[…]` in angle brackets for a list, or `missing`.
  struct Example: Sendable {
    let path: String
    let document: String
    let found: String

    init(_ path: String, _ document: String, _ found: String) {
      (self.path, self.document, self.found) = (path, document, found)
    }
  }

  private static func found(_ path: String, in document: String) throws -> String {
    let result = try JSONPath(path).evaluate(try JSONValue(parsing: document))
    return switch result {
    case .value(let value): value.description
    case .values: "list \(result.json?.description ?? "")"
    case .missing: "missing"
    }
  }

  @Test(arguments: [
    (
      "$.store.book[*].author",
      #"["Nigel Rees","Evelyn Waugh","Herman Melville","J. R. R. Tolkien"]"#
    ),
    (
      "$..author", #"["Nigel Rees","Evelyn Waugh","Herman Melville","J. R. R. Tolkien"]"#
    ),
    ("$.store..price", "[8.95,12.99,8.99,22.99,19.95]"),
    ("$..book[2].title", #"["Moby Dick"]"#),
    ("$..book[-2].title", #"["Moby Dick"]"#),
    ("$..book[0,1].title", #"["Sayings of the Century","Sword of Honour"]"#),
    ("$..book[:2].title", #"["Sayings of the Century","Sword of Honour"]"#),
    ("$..book[1:2].title", #"["Sword of Honour"]"#),
    ("$..book[-2:].title", #"["Moby Dick","The Lord of the Rings"]"#),
    ("$..book[2:].title", #"["Moby Dick","The Lord of the Rings"]"#),
    ("$..book[?(@.isbn)].title", #"["Moby Dick","The Lord of the Rings"]"#),
    ("$.store.book[?(@.price < 10)].title", #"["Sayings of the Century","Moby Dick"]"#),
    ("$..book[?(@.price <= $['expensive'])].title", #"["Sayings of the Century","Moby Dick"]"#),
    ("$..book[?(@.author =~ /.*REES/i)].title", #"["Sayings of the Century"]"#),
    ("$.store.book[?(@.category == 'fiction' && @.price < 10)].title", #"["Moby Dick"]"#),
    (
      "$.store.book[?(@.category == 'reference' || @.price > 20)].price", "[8.95,22.99]"
    ),
    ("$.store.book[?(!(@.price < 10 && @.category == 'fiction'))].price", "[8.95,12.99,22.99]"),
    ("$.store.book[?(@.category in ['reference','x'])].price", "[8.95]"),
    ("$..book[?(!@.isbn)].price", "[8.95,12.99]"),
  ])
  func `the examples of Jayway's documentation`(path: String, found: String) throws {
    #expect(try Self.found(path, in: BookStore.text) == "list \(found)")
    #expect(try !JSONPath(path).isDefinite)
  }

  @Test(arguments: [
    ("$..book.length()", "4"), ("$.store.book.length()", "4"), ("$.store.book.size()", "4"),
    ("$..price.max()", "22.99"), ("$.max($..price)", "22.99"), ("$..price.min()", "8.95"),
    ("$.store.bicycle.keys()", #"["color","price"]"#),
    ("$.store.book[0]['title','price']", #"{"title":"Sayings of the Century","price":8.95}"#),
    ("store.bicycle.color", #""red""#), ("$['store']['bicycle']['color']", #""red""#),
    ("$.['store'].['bicycle'].color", #""red""#), ("$.store.book.last().price", "22.99"),
  ])
  func `one value is found`(path: String, found: String) throws {
    #expect(try Self.found(path, in: BookStore.text) == found)
  }

  @Test(arguments: [
    Example("$.n.sum()", #"{"n": [1, 2, 6]}"#, "9.0"),
    Example("$.n.avg()", #"{"n": [1, 2, 6]}"#, "3.0"),
    Example("$.n.stddev()", #"{"n": [2, 4]}"#, "1.0"),
    Example("$.n.sum()", #"{"n": []}"#, "missing"),
    Example("$.sum($.a, $.b, 3)", #"{"a": 1, "b": [2]}"#, "6.0"),
    Example(#"$.concat($.a, "-", $.b)"#, #"{"a": "x", "b": 7}"#, #""x-7""#),
    Example("$.n.append(9)", #"{"n": [1]}"#, "[1,9]"),
    Example("$.n.first()", #"{"n": [4, 5]}"#, "4"),
    Example("$.n.index(-1)", #"{"n": [4, 5]}"#, "5"),
    Example("$.n.index(7)", #"{"n": [4, 5]}"#, "missing"),
    Example("$.n.length()", #"{"n": "text"}"#, "null"),
    Example("$.n[*].length()", #"{"n": [[1], [1, 2]]}"#, "list [1,2]"),
  ])
  func `functions`(_ example: Example) throws {
    #expect(try Self.found(example.path, in: example.document) == example.found)
  }

  @Test(arguments: [
    Example("$", "[1]", "[1]"), Example("$.a", #"{"a": null}"#, "null"),
    Example("$.b", #"{"a": 1}"#, "missing"), Example("$.b.c", #"{"a": 1}"#, "missing"),
    Example("$.a.c", #"{"a": 1}"#, "missing"), Example("$.a[3]", #"{"a": [1]}"#, "missing"),
    // A list that starts with a definite part which is missing is missing too.
    Example("$.b[*]", #"{"a": 1}"#, "missing"), Example("$.a[*].x", #"{"a": [1]}"#, "list []"),
    Example("$..zzz", #"{"a": 1}"#, "list []"), Example("$.a[*]", #"{"a": 7}"#, "list []"),
    Example("$.a[?(@.x)]", #"{"a": 7}"#, "missing"), Example("$.a[0:1]", #"{"a": 7}"#, "missing"),
    Example("$.a[-1]", #"{"a": [1, 2]}"#, "2"),
    Example("$.a[-3:-1]", "{\"a\":[1,2,3]}", "list [1,2]"),
    Example("$['a','z']", #"{"a": 1}"#, #"{"a":1}"#),
    Example("$..['a','b']", #"{"x": {"a": 1, "b": 2}}"#, #"list [{},{"a":1,"b":2}]"#),
    Example("$..*", #"{"a": [1, {"b": 2}]}"#, #"list [[1,{"b":2}],1,{"b":2},2]"#),
    Example(#"$['it\'s']"#, #"{"it's": 1}"#, "1"), Example(#"$['\u00e9']"#, #"{"é": 1}"#, "1"),
    Example("$.foo-bar.@type", #"{"foo-bar": {"@type": 1}}"#, "1"),
  ])
  func `places`(_ example: Example) throws {
    #expect(try Self.found(example.path, in: example.document) == example.found)
  }

  @Test(arguments: [
    "{0: $}", "$[", "$[?(@.a", "$['a", "$..", "$.", "$[1:2:3]", "$.a b", "$[?(@.a ==)]", "$x",
    "$[?(@.a ~ 1)]", "$.nope()", "$.a.index()", "$[?(@.a =~ /(/)]", "$[?(@.a =~ 'x')]", "$[]",
    "$[?@.a]", "$[?(1)]", "", "$]", "$.a..length()", "$['a' 'b']", "$[:]",
  ])
  func `a wrong path is an error with a column`(path: String) throws {
    let error = #expect(throws: JSONPathError.self) { try JSONPath(path) }
    let column = try #require(error?.column)
    #expect((1...path.unicodeScalars.count + 1).contains(column))
    #expect(error?.description.contains("column \(column)") == true)
  }

  @Test func `the column counts scalars`() {
    let error = #expect(throws: JSONPathError.self) { try JSONPath("$.é.ü b") }
    #expect(error?.column == 6)
    #expect(error?.message == "a name with a space stands in brackets: ['my name']")
  }
}
