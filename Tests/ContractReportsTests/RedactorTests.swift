import ContractModel
import Testing

@Suite struct RedactorTests {
  @Test func `a secret is hidden wherever it stands`() {
    let redactor = Redactor(["s3cret", "other-one"])
    #expect(redactor.redact("Bearer s3cret, s3crets3cret other-one.") == "Bearer ***, ****** ***.")
    #expect(redactor.redact("nothing of it") == "nothing of it")
  }

  @Test(arguments: [
    #"{"a":"p\"w\\d\n&<'x"}"#, "p&quot;w\\d\n&amp;&lt;'x", "p&quot;w\\d\n&amp;&lt;&#39;x",
    "p%22w%5Cd%0A%26%3C%27x", "cCJ3XGQKJjwneA==",
  ])
  func `a secret is hidden in the spellings of formats`(text: String) {
    let redactor = Redactor(["p\"w\\d\n&<'x"])
    #expect(redactor.redact(text).contains(Redactor.mask), "\(redactor.redact(text))")
    #expect(!redactor.redact(text).contains("w"))
  }

  @Test func `of two that start alike the longer one is hidden as a whole`() {
    let redactor = Redactor(["token", "token-extended"])
    #expect(redactor.redact("token-extended token") == "*** ***")
  }

  @Test func `what is too short to be a secret is left`() {
    let redactor = Redactor(["", "abc"])
    #expect(redactor.isEmpty)
    #expect(redactor.redact("abc") == "abc")
  }
}
