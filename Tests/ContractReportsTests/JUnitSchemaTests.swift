import ContractModel
import ContractReports
import TestSupport
import Testing

// Serialized because libxml2 builds the tables of its schema types at first use, without a lock.
@Suite(.serialized, .enabled(if: Conformance.isAvailable)) struct JUnitSchemaTests {
  /// A result in which every text has characters that XML cannot hold.
  static let illegal: VerificationResult = {
    let text = "\u{0}\u{1B}\u{FFFF}]]>\r\n\t \"<&>' é 𝄞"
    var result = VerificationResult.of(
      InteractionResult.Status.allCases.map { status in
        var result = InteractionResult.sample(
          text, given: [text], status, consumer: text, provider: text,
          mismatches: [
            Mismatch(.body, path: text, expected: text, actual: text, message: text)
          ], error: text)
        result.comments = [text]
        return result
      })
    result.provider = .init(name: text, version: text)
    result.startedAt = -.infinity
    return result
  }()

  @Test(arguments: JUnitSchema.ofStrict)
  func `fits with every status`(schema: JUnitSchema) throws {
    #expect(schema.violations(in: try JUnitReport(.sample).bytes()) == [])
  }

  @Test(arguments: JUnitSchema.ofStrict)
  func `fits without results`(schema: JUnitSchema) throws {
    #expect(schema.violations(in: try JUnitReport(.of([])).bytes()) == [])
  }

  @Test(arguments: JUnitSchema.ofStrict)
  func `fits with what XML cannot hold`(schema: JUnitSchema) throws {
    let result = Self.illegal
    let report = JUnitReport(result, hostname: result.provider.name)
    #expect(schema.violations(in: try report.bytes()) == [])
  }

  @Test(arguments: JUnitSchema.ofStrict)
  func `fits without any text`(schema: JUnitSchema) throws {
    let results = InteractionResult.Status.allCases.map { status in
      InteractionResult.sample("", status, consumer: "", provider: "")
    }
    #expect(schema.violations(in: try JUnitReport(.of(results), hostname: " ").bytes()) == [])
  }

  @Test(arguments: JUnitSchema.ofStrict)
  func `fits with 10,000 test cases of one name`(schema: JUnitSchema) throws {
    let results = [InteractionResult](
      repeating: .sample("a request for an order", .failed), count: 10_000)
    #expect(schema.violations(in: try JUnitReport(.of(results)).bytes()) == [])
  }

  @Test(arguments: JUnitSchema.ofSurefire)
  func `fits as a folder of suites`(schema: JUnitSchema) throws {
    for result in [.sample, Self.illegal] {
      let files = try SurefireReport(result).files()
      #expect(!files.isEmpty)
      for file in files { #expect(schema.violations(in: file.bytes) == [], "\(file.name)") }
    }
  }

  @Test(arguments: JUnitSchema.allCases)
  func `notices what does not fit`(schema: JUnitSchema) {
    let xml = "<testsuites><testsuite name=\"a\"/></testsuites>"
    #expect(!schema.violations(in: Array(xml.utf8)).isEmpty)
  }
}
