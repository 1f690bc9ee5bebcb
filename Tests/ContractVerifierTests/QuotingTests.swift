import Testing

@testable import ContractVerifier

@Suite struct QuotingTests {
  @Test(arguments: [
    ("a b", "'a b'"), ("", "''"), ("it's", #"'it'\''s'"#), ("'\u{301}", "''\\''\u{301}'"),
    ("a\r\n'", "'a\r\n'\\'''"),
  ])
  func `a text is one word of a shell, whatever is in it`(text: String, word: String) {
    #expect(Array(RequestPlan.quoted(text).utf8) == Array(word.utf8))
  }
}
