import JSONSchema
import TestSupport
import Testing

@Suite(.enabled(if: Conformance.isAvailable)) struct SchemaSuiteTests {
  @Test(arguments: [
    (Draft.draft4, "draft4", 618), (.draft6, "draft6", 839), (.draft7, "draft7", 927),
    (.draft201909, "draft2019-09", 1259), (.draft202012, "draft2020-12", 1299),
  ])
  func `all required tests of a draft pass`(
    draft: Draft, folder: String, count: Int
  ) throws {
    let outcome = try SchemaSuite(draft: draft, folder: folder).run()
    #expect(outcome.failures == [])
    #expect(outcome.passed == count)
  }
}
