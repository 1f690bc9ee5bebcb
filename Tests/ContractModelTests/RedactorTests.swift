import ContractModel
import Testing

/// Texts without their secrets.
@Suite struct RedactorTests {
  @Test(arguments: [
    ("no secret", "no secret"), ("t0k3n", "***"), ("Bearer t0k3n!", "Bearer ***!"),
    ("t0k3nt0k3n", "***"), ("t0k3", "t0k3"), ("tt0k3n", "t***"), ("é t0k3n ü", "é *** ü"), ("", ""),
  ])
  func `a secret is replaced wherever it stands`(text: String, redacted: String) {
    #expect(Redactor(["t0k3n"]).redact(text) == redacted)
  }

  @Test func `secrets that overlap, contain or begin one another are all hidden`() {
    let redactor = Redactor(["abcd", "bcdefg", "cdef", "abcdX", "efgh"])
    #expect(redactor.redact("_abcdefgh_") == "_***_")
    #expect(redactor.redact("_abcdX_") == "_***_")
    #expect(redactor.redact("_abcde_") == "_***e_")
    #expect(redactor.redact("_bcdef_") == "_b***_")
  }

  @Test func `a secret is found in JSON, in a URL and in a shell's quotes`() {
    let redactor = Redactor([#"pa"ss/w'rd"#])
    #expect(redactor.redact(#"{"a": "pa\"ss/w'rd"}"#) == #"{"a": "***"}"#)
    #expect(redactor.redact(#"{"a": "pa\"ss\/w'rd"}"#) == #"{"a": "***"}"#)
    #expect(redactor.redact("/x?a=pa%22ss%2Fw%27rd&b") == "/x?a=***&b")
    #expect(redactor.redact(#"-H 'A: pa"ss/w'\''rd'"#) == "-H 'A: ***'")
  }

  @Test func `the beginning of a secret at the end of a text that was cut is hidden`() {
    let redactor = Redactor(["0123456789abcdef"])
    #expect(redactor.redact("token 0123456789") == "token ***")
    #expect(redactor.redact("token 0123") == "token 0123")
  }

  @Test func `what is too short is not looked for`() {
    #expect(Redactor(["a", "", "abc"]).isEmpty)
    #expect(Redactor(["a"]).redact("banana") == "banana")
  }

  @Test func `many secrets that begin alike do not make it slow`() {
    let stem = String(repeating: "a", count: 100)
    let redactor = Redactor((0..<2_000).map { "\(stem)\($0)" })
    // Comparing each secret at each place would take 10^10 steps.
    let text = String(repeating: "a", count: 100_000)
    #expect(redactor.redact("\(text)b\(stem)77b") == "\(text)b***b")
  }

  @Test func `everything that was seen of the provider is redacted`() {
    let mismatch = Mismatch(
      .body, path: "$.t0k3n", expected: "1", actual: "t0k3n", message: "was 't0k3n'")
    var result = VerificationResult(
      provider: .init(name: "order-service"),
      results: [
        InteractionResult(
          consumer: "web-shop", provider: "order-service", description: "an order",
          status: .failed, mismatches: [mismatch], error: "from t0k3n", comments: ["t0k3n"],
          reproduce: "curl t0k3n")
      ], warnings: ["t0k3n"])
    result.providerOutput = ProviderOutput(output: "got t0k3n", errors: "t0k3n")
    let redacted = result.redacted(by: Redactor(["t0k3n"]))
    #expect(!"\(redacted)".contains("t0k3n"))
    #expect(redacted.providerOutput?.output == "got ***")
    #expect(redacted.results[0].mismatches[0].message == "was '***'")
  }
}
