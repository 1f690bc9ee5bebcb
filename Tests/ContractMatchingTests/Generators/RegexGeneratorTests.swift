import ContractMatching
import ContractModel
import JSONText
import Testing

@Suite struct RegexGeneratorTests {
  /// The texts that some seeds give.
  private func texts(_ pattern: String, seeds: UInt64 = 1) throws -> [String] {
    let definition = JSONValue.make { writer in
      writer.object { writer in
        writer.member("type", "Regex")
        writer.member("regex", pattern)
      }
    }
    let entry = GeneratorEntry(.body, "$", definition: definition)
    let plan = try GeneratorPlan([entry], rules: [], mode: .consumer)
    return try (0..<seeds).map { seed in
      var context = try GeneratorTesting.context(seed: seed)
      let message = try plan.generate(MessageContents(body: Body(.text("x"))), &context)
      return String(decoding: message.body.bytes ?? [], as: UTF8.self)
    }
  }

  @Test(arguments: [
    "", "a", "abc", #"\d+"#, #"^\d{4}-\d{2}-\d{2}$"#, #"[a-z]{3,5}"#, "a|b|cd", "(a|b)*c",
    #"(\w+)@(\w+)\.(com|org)"#, #"[^abc]"#, #"[^\s]+"#, #"[]a]"#, #"[^]a]"#, #"[a\]b]+"#,
    "[-a]+", "[a-]+", #"[\w-]+"#, #"[\w.%+-]+@[\w-]+"#, #"[\d-]+"#, "[[:alpha:]]{5}",
    "[[:^alpha:]]{5}", "[[:upper:][:digit:]_]+", "[a[:]+", "[[:punct:]]+", "[[:xdigit:]]{8}",
    #"\D\W\S"#, #"\s"#, #"\h\H\v\V"#, #"\R"#, #"\N\X"#, #"\t\n\r\f\e\a"#, #"\x41\x{42}\x4"#,
    #"\x{e9}"#, #"\0\01\101\o{102}"#, #"\cA"#, #"\.\*\+\?\(\)\[\]\{\}\|\^\$\/\-\\"#, #"\Qa.b*\E+"#,
    #"\Q(\E"#, #"a\Q\E+"#, #"[\Q^]\E]+"#, #"[\x41-\x43]"#, #"[\b]"#, "é+", "[é-ü]",
    #"[^\x00-\x7F]"#,
    #"[\x{4e00}-\x{9fff}]{2}"#, #"\p{L}+\p{N}*\pL\P{L}"#, #"\p{Lu}\p{Ll}\p{Nd}\p{Zs}\p{P}\p{S}"#,
    #"\p{^L}"#, #"[\p{L}\p{N}_-]{3,}"#, #"[^\p{L}]"#, #"\p{Greek}\p{Han}\p{Lt}\p{So}\p{Cyrillic}"#,
    "(?:ab)+", "(?<year>\\d{4})", "(?'n'a)", "(?P<n>a)(?P=n)", "(?>ab|c)+", #"(a|b)\1"#,
    #"(a|b)(c|d)\2\1"#, #"(?<x>\w)\k<x>\k'x'\k{x}"#, #"(\w)\g1\g{1}\g{-1}"#, #"(?<x>a|b)\g{x}"#,
    #"((a)|b)\2?"#, "a*", "a+?", "a*+b", "a??", "a{3}", "a{2,}", "a{0}", "a{2,4}?", "a{2,4}+",
    "a{", "a{,}", "a{x}", "(?i)abc", "(?i)[^a]", "(?i:a)b", "a(?i)b|c", "(?-i)a", "(?^)a",
    "(?i)[^K-M]+", "(?x) a b # c\n d [ e ]", "(?x)a +", "(?x)a* ?b", "a+(?#x)+b", #"a+\Q+\E"#,
    #"[\9\g]+"#, #"\p{M}"#, "(?#comment)a(?#x)*", "(?s).", "(?m)^a$",
    "(?n)(a)(?<b>c)", "(?U)a+", #"\ba\b"#, #"\b\w+\b \b\w+\b"#, #"\Aa\z"#, #"a\Z"#, "()", "(|a)",
    "(a|)", "a||b", "((((a))))", "(a*)*", "(a+)+b", "([a-z]+){2,3}", "x{0,5}y{0,3}",
    #"\d{3}[-.\s]?\d{4}"#, #"https?://[\w.-]+(/[\w-]*)*"#, #".*(\/orders\/\d+)$"#,
    #"^([01]\d|2[0-3]):[0-5]\d$"#, #"^#?([a-f0-9]{6}|[a-f0-9]{3})$"#, "[[]+", "[&&]", #"[\]\[]"#,
    #"(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}"#, #"[+-]?\d+(\.\d+)?"#,
    #"\w{8}-\w{4}-4\w{3}-[89ab]\w{3}-\w{12}"#, #"[\s\S]+"#, #"[\d\D]"#, #"$"#, "^", "^$",
    #"a\E"#, "a{2,1000}", "(a{1,300}){1,3}",
  ])
  func `makes texts that the expression matches as a whole`(pattern: String) throws {
    let expression = try RegularExpression(pattern)
    let misses = try texts(pattern, seeds: 200).filter { expression.match($0) != .matches }
    #expect(misses == [])
  }

  @Test(arguments: [
    ("a|b|c", ["a", "b", "c"]), ("[a-c]", ["a", "b", "c"]), ("[ab]?", ["", "a", "b"]),
    ("a{1,3}", ["a", "aa", "aaa"]), (#"(a|b)\1"#, ["aa", "bb"]), (#"[\s]"#, [" "]),
    ("(a)|(b)", ["a", "b"]), ("[[:digit:]-]", Array("0123456789-").map { String($0) }),
  ])
  func `every possibility comes up`(pattern: String, texts: [String]) throws {
    let found = Set(try self.texts(pattern, seeds: 200))
    #expect(found == Set(texts))
  }

  @Test(arguments: [".", #"\S"#, "[^a]", #"\W"#, #"[\s\S]"#, #"\D"#])
  func `prefers characters that can be read and typed`(pattern: String) throws {
    let bytes = try texts(pattern, seeds: 100).flatMap(\.utf8)
    #expect(bytes.count == 100)
    #expect(bytes.allSatisfy { (0x20...0x7E).contains($0) })
  }

  @Test(arguments: [
    ("(?=a)a", "a look-around"), ("(?!a)b", "a look-around"), ("(?<=a)b", "a look-around"),
    ("(?<!a)b", "a look-around"), ("(?<n>a)(?&n)", "a recursion"), ("(a)(?1)", "a recursion"),
    ("a(?R)?", "a recursion"), (#"(a)\g<1>"#, "a recursion"), ("(?P<n>a)(?P>n)", "a recursion"),
    ("(a)?(?(1)b|c)", "a condition"), ("(*ANYCRLF)a", "a verb"), ("a(*SKIP)b", "a verb"),
    ("(?|(a)|(b))", "a group whose branches share numbers"), ("(?C)a", "a callout"),
    (#"a\Kb"#, #"'\K'"#), ("(?xx)[a b]", "the option 'xx'"), (#"\p{Braille}"#, "'Braille'"),
    ("(?=a)a", "at character 3"),
  ])
  func `says what no text can be made for`(pattern: String, reason: String) throws {
    let escaped = JSONValue.string(pattern).description
    let message = try GeneratorTesting.compilationError(#"{"type": "Regex", "regex": \#(escaped)}"#)
    let told = try #require(message)
    #expect(told.contains(reason) && told.contains(pattern), "\(told)")
  }

  @Test(arguments: [
    ("a^b", "no text was found that matches 'a^b' as a whole"),
    ("a++a", "no text was found that matches 'a++a' as a whole"),
    (#"\1(a)"#, "no text was found"), (#"a\Bb\b!\b"#, "no text was found"),
    ("(((a{65535}){60}){60})", "would be too long"),
  ])
  func `gives up where no text is found`(pattern: String, reason: String) throws {
    let error = #expect(throws: GenerationError.self) { try texts(pattern) }
    #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
    #expect(error?.definition?["type"]?.string == "Regex")
  }

  @Test func `groups may lie in each other, but not without end`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(a|", count: depth) + "b" + String(repeating: ")", count: depth)
    }
    let expression = try RegularExpression(nested(100))
    #expect(try texts(nested(100), seeds: 50).allSatisfy { expression.match($0) == .matches })
    let error = #expect(throws: RuleError.self) { try texts(nested(101)) }
    #expect(error?.message.contains("more than 100 deep") == true)
  }

  @Test func `unbounded repetitions in each other stay short`() throws {
    let texts = try texts("(((((a*)+b)*c)+d)*e)+", seeds: 50)
    #expect(texts.allSatisfy { $0.utf8.count < 100_000 })
  }
}
