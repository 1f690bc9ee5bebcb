import ContractModel
import ContractReports
import Testing

@Suite struct JUnitProfileTests {
  static func rich(_ result: VerificationResult) throws -> XMLElement {
    try #require(XMLElement(parsing: try JUnitReport(result, profile: .rich).bytes()))
  }

  static func properties(of element: XMLElement) -> [String] {
    element.all("properties").flatMap { $0.all("property") }.map {
      "\($0.attributes["name"] ?? "")=\($0.attributes["value"] ?? "")"
    }
  }

  // MARK: rich

  @Test func `rich names the place in the contract`() throws {
    let cases = try Self.rich(.sample).descendants("testcase")
    #expect(cases.map { $0.attributes["line"] } == [nil, "12", "60", nil, nil, nil])
    #expect(cases[1].attributes["file"] == "contracts/web-shop-order-service.json")
  }

  @Test func `rich has properties for each case, of an allow-list`() throws {
    let cases = try Self.rich(.sample).descendants("testcase")
    #expect(Self.properties(of: cases[0]) == ["kind=http", "states=order 42 exists"])
    #expect(
      Self.properties(of: cases[1]) == [
        "kind=http", "key=order7", "states=order 7 exists, it is paid",
        "test=OrderClientContract.shows()", "time.first-byte-ms=0.8", "time.total-ms=0.9",
      ])
    #expect(cases[1].all("system-out").map(\.text) == ["Sums are in cents."])
  }

  @Test func `rich counts at the top, too`() throws {
    let root = try Self.rich(.sample)
    #expect(
      root.attributes == [
        "name": "order-service", "timestamp": "2026-01-31T12:00:00", "tests": "6",
        "failures": "1", "errors": "1", "skipped": "2", "time": "0.011",
      ])
  }

  @Test(arguments: [JUnitReport.Profile.strict, .rich])
  func `no suite's property has the name of another's`(profile: JUnitReport.Profile) throws {
    let bytes = try JUnitReport(.sample, profile: profile).bytes()
    let suites = try #require(XMLElement(parsing: bytes)).all("testsuite")
    let names = suites.flatMap { $0.all("properties").first?.all("property") ?? [] }
      .map { $0.attributes["name"] }
    #expect(names.count == 6)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: [JUnitReport.Profile.strict, .rich])
  func `no element of properties is empty`(profile: JUnitReport.Profile) throws {
    let bytes = try JUnitReport(.of([.sample("x")]), profile: profile).bytes()
    let root = try #require(XMLElement(parsing: bytes))
    let all = root.descendants("properties")
    #expect(!all.isEmpty)
    #expect(all.allSatisfy { !$0.children.isEmpty })
  }

  // MARK: surefire

  @Test func `surefire writes a file for each contract, with the same cases`() throws {
    let files = try SurefireReport(.sample).files()
    #expect(
      files.map(\.name) == [
        "TEST-web-shop.order-service.xml", "TEST-mailer.order-service.xml",
      ])
    let strict = try JUnitReportTests.root(.sample).children
    for (file, suite) in zip(files, strict) {
      let root = try #require(XMLElement(parsing: file.bytes))
      #expect(root.name == "testsuite")
      #expect(root.attributes["hostname"] == nil)
      for name in ["name", "tests", "failures", "errors", "skipped", "time", "timestamp"] {
        #expect(root.attributes[name] == suite.attributes[name], "\(name)")
      }
      let (cases, others) = (root.all("testcase"), suite.all("testcase"))
      #expect(cases.map(\.attributes) == others.map(\.attributes))
      #expect(cases.map { $0.children.first?.text } == others.map { $0.children.first?.text })
      // In a file of its own a suite has no number.
      let properties = Self.properties(of: suite).map { $0.replacing(".2=", with: "=") }
      #expect(Self.properties(of: root) == properties)
    }
  }

  @Test func `surefire gives each file a safe name of its own`() throws {
    let parties = [
      ("../../etc", "a/b"), ("Web", "x"), ("web", "x"), ("w é", "x"), ("w _", "x"), ("", ""),
      (String(repeating: "n", count: 1_000), "x"), ("web", "x-2"),
    ]
    let results = parties.map { InteractionResult.sample("y", consumer: $0, provider: $1) }
    let names = try SurefireReport(.of(results)).files().map(\.name)
    #expect(
      names == [
        "TEST-.._.._etc.a_b.xml", "TEST-Web.x.xml", "TEST-web.x-2.xml", "TEST-w__.x.xml",
        "TEST-w__.x-2.xml", "TEST-..xml", "TEST-\(String(repeating: "n", count: 200)).xml",
        "TEST-web.x-2-2.xml",
      ])
  }

  @Test func `surefire is no file without results`() throws {
    #expect(try SurefireReport(.of([])).files().isEmpty)
  }
}
