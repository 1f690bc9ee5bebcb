import ContractModel
import ContractReports
import TestSupport
import Testing

// Serialized because libxml2 builds the tables of its schema types at first use, without a lock.
@Suite(.serialized, .enabled(if: Conformance.isAvailable)) struct JUnitSchemaTests {
  @Test(arguments: JUnitSchema.allCases)
  func `fits with every status`(schema: JUnitSchema) throws {
    #expect(schema.violations(in: try JUnitReport(.sample).bytes()) == [])
  }

  @Test(arguments: JUnitSchema.allCases)
  func `fits without results`(schema: JUnitSchema) throws {
    #expect(schema.violations(in: try JUnitReport(.of([])).bytes()) == [])
  }

  @Test(arguments: JUnitSchema.allCases)
  func `fits with what XML cannot hold`(schema: JUnitSchema) throws {
    let text = "\u{0}\u{1B}\u{FFFF}]]>\r\n\t \"<&>' é 𝄞"
    var result = VerificationResult.of(
      InteractionResult.Status.allCases.map { status in
        .sample(
          text, given: [text], status, consumer: text, provider: text,
          mismatches: [
            Mismatch(.body, path: text, expected: text, actual: text, message: text)
          ], error: text)
      })
    result.provider.version = text
    result.startedAt = -.infinity
    #expect(schema.violations(in: try JUnitReport(result, hostname: text).bytes()) == [])
  }

  @Test(arguments: JUnitSchema.allCases)
  func `fits without any text`(schema: JUnitSchema) throws {
    let results = InteractionResult.Status.allCases.map { status in
      InteractionResult.sample("", status, consumer: "", provider: "")
    }
    #expect(schema.violations(in: try JUnitReport(.of(results), hostname: " ").bytes()) == [])
  }

  @Test(arguments: JUnitSchema.allCases)
  func `fits with 10,000 test cases of one name`(schema: JUnitSchema) throws {
    let results = [InteractionResult](
      repeating: .sample("a request for an order", .failed), count: 10_000)
    #expect(schema.violations(in: try JUnitReport(.of(results)).bytes()) == [])
  }

  @Test(arguments: JUnitSchema.allCases)
  func `notices what does not fit`(schema: JUnitSchema) {
    let xml = "<testsuites><testsuite name=\"a\"/></testsuites>"
    #expect(!schema.violations(in: Array(xml.utf8)).isEmpty)
  }
}
