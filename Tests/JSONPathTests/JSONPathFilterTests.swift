import JSONPath
import JSONText
import Testing

@Suite struct JSONPathFilterTests {
  /// Whether `[?(condition)]` takes an element.
  private static func holds(_ condition: String, for element: String) throws -> Bool {
    let result = try JSONPath("$[?(\(condition))]").evaluate(try JSONValue(parsing: "[\(element)]"))
    guard case .values(let values) = result else { return false }
    return !values.isEmpty
  }

  @Test(arguments: [
    ("@ == 1", "1.0", true), ("@ == '1'", "1", true), ("@ === '1'", "1", false),
    ("@ == 1", #""1""#, true), ("@ == 'a'", #""a""#, true), ("@ == null", "null", true),
    ("@.x == null", "{}", false), ("@.x != null", "{}", true), ("@.x != 5", "{}", true),
    ("@ == true", "true", true), ("@ == [1,'a']", #"[1,"a"]"#, true), ("@ != 1", "2", true),
    ("@ !== 1", "1", false), ("@ == {'a':1}", #"{"a":1}"#, true),
    ("@ < 10", "9", true), ("@ < 10", #""9""#, false), ("@ < 'b'", #""a""#, true),
    ("@ >= 2", "2", true), ("@ <= 2", "3", false), ("@ > 1e2", "101", true),
    ("@ =~ /a.c/", #""abc""#, true), ("@ =~ /b/", #""abc""#, false),
    ("@ =~ /A.C/i", #""abc""#, true), ("@ =~ /[0-9]+/", "42", true),
    ("@ =~ /true/", "true", true), ("@.x =~ /.*/", "{}", true), ("@ =~ /b/", #"["a","b"]"#, true),
    (#"@ =~ /a\/b/"#, #""a/b""#, true),
    ("@ in [1, 'a']", #""a""#, true), ("@ IN [1]", "2", false), ("@ nin [1]", "2", true),
    ("@ nin [1]", "1", false), ("'a' in @.x", #"{"x":["a"]}"#, true),
    ("@ subsetof [1,2,3]", "[1,3]", true), ("@ subsetof [1]", "[1,2]", false),
    ("@ anyof [1,9]", "[9,8]", true), ("@ anyof [1]", "[2]", false), ("@ anyof [1]", "1", false),
    ("@ noneof [1]", "[2]", true), ("@ noneof [1]", "[1,2]", false), ("@ all [1]", "[1,2]", true),
    ("@ size 2", "[1,2]", true), ("@ size 3", #""abc""#, true), ("@ size 1", "7", false),
    ("@ empty true", "[]", true), ("@ empty false", #""x""#, true), ("@ empty true", "{}", true),
    ("@ contains 2", "[1,2]", true), ("@ contains 'ell'", #""hello""#, true),
    ("@ contains 'z'", #""hello""#, false), ("@.length() > 1", "[1,2]", true),
    ("@.x.size() >= 1 && @.x.size() <= 3", #"{"x":[1,2]}"#, true),
    ("@.a && !@.b", #"{"a":1}"#, true), ("!(@.a || @.b)", #"{"b":1}"#, false),
    ("@.a||@.b", #"{"b":1}"#, true), ("(@.a == 1)", #"{"a":1}"#, true),
    ("@['a b'] == 1", #"{"a b":1}"#, true), ("@.a == @.b", #"{"a":[1],"b":[1]}"#, true),
    ("@.['client.id'] =~ /[0-9]{2}/", #"{"client.id":"12"}"#, true),
  ])
  func `conditions`(condition: String, element: String, wanted: Bool) throws {
    #expect(try Self.holds(condition, for: element) == wanted)
  }

  @Test func `an object at the root is taken itself`() throws {
    let root = try JSONValue(parsing: #"{"name": "Jan"}"#)
    #expect(try JSONPath("$[?(@.['name'] == 'Jan')]").evaluate(root) == .values([root]))
    #expect(try JSONPath("$[?(@.name == 'Eva')]").evaluate(root) == .values([]))
  }

  @Test func `no path hangs or fills the memory`() throws {
    let list = (0..<2_000).map { "[\($0)]" }.joined(separator: ",")
    let root = try JSONValue(parsing: "[\(list)]")
    for path in ["$[?($..* == @)]", "$..[?(@ in $..*)]", "$[?(@ subsetof $)]"] {
      let path = try JSONPath(path)
      #expect(throws: JSONPathFailure.self) { try path.evaluate(root, stepLimit: 100_000) }
    }
  }

  @Test func `descents multiply up to the limit`() throws {
    let text = String(repeating: "[", count: 400) + String(repeating: "]", count: 400)
    let root = try JSONValue(parsing: text)
    let path = try JSONPath("$..*..*..*")
    #expect(throws: JSONPathFailure.self) { try path.evaluate(root, stepLimit: 1_000_000) }
  }

  @Test func `deep nesting ends in an error, in the path, and in an answer, in the document`()
    throws
  {
    let parentheses = String(repeating: "(", count: 100_000)
    #expect(throws: JSONPathError.self) { try JSONPath("$[?\(parentheses)@.a") }
    let bangs = String(repeating: "!", count: 100_000)
    #expect(throws: JSONPathError.self) { try JSONPath("$[?(\(bangs)@.a)]") }
    let filters = String(repeating: "[?(@", count: 100_000)
    #expect(throws: JSONPathError.self) { try JSONPath("$\(filters)") }
    let arrays = Array((String(repeating: "[", count: 50_000)).utf8)
    let text = arrays + Array(String(repeating: "]", count: 50_000).utf8)
    let deep = try JSONDocument(parsing: text, depthLimit: .max).root
    #expect(try JSONPath("$..a").evaluate(deep) == .values([]))
  }
}
