import ContractModel
import Testing

/// Values with references to secrets.
@Suite struct SecretTemplateTests {
  @Test func `references stand between literal parts`() throws {
    let template = try SecretTemplate("Basic ${env:USER}:${file:/run/token}!")
    #expect(
      template.parts == [
        .literal("Basic "), .reference(.environment("USER")), .literal(":"),
        .reference(.file("/run/token")), .literal("!"),
      ])
  }

  @Test func `a command may have braces of its own`() throws {
    let template = try SecretTemplate("${command:awk '{print $1}' tokens}x")
    #expect(
      template.parts == [.reference(.command("awk '{print $1}' tokens")), .literal("x")])
  }

  @Test(arguments: ["", "plain", "$", "$5", "{}", "${"].dropLast())
  func `a text without a reference stays as it is`(text: String) throws {
    #expect(try SecretTemplate(text).parts == (text.isEmpty ? [] : [.literal(text)]))
  }

  @Test func `two dollar signs are none of a reference`() throws {
    #expect(try SecretTemplate("a $${env:A}").parts == [.literal("a ${env:A}")])
  }

  @Test(arguments: ["${", "${env:A", "${env:}", "${file:}", "${A}", "${vault:a}"])
  func `what is no reference is refused`(text: String) {
    #expect(throws: SecretTemplate.Failure.self) { try SecretTemplate(text) }
  }
}
