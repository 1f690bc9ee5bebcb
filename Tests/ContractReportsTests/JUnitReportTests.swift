import ContractModel
import ContractReports
import Testing

@Suite struct JUnitReportTests {
  static func root(_ result: VerificationResult) throws -> XMLElement {
    try #require(XMLElement(parsing: try JUnitReport(result).bytes()))
  }

  /// The test cases of a report on some interactions.
  static func cases(_ results: [InteractionResult]) throws -> [XMLElement] {
    try root(.of(results)).children.flatMap { $0.all("testcase") }
  }

  @Test func `writes a suite for each contract and a case for each interaction`() throws {
    let text = String(decoding: try JUnitReport(.sample, hostname: "ci-7").bytes(), as: UTF8.self)
    #expect(text == Golden.junit)
  }

  @Test func `is empty without results`() throws {
    let text = String(decoding: try JUnitReport(.of([])).bytes(), as: UTF8.self)
    #expect(text == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites/>\n")
  }

  @Test func `counts what it holds`() throws {
    var results: [InteractionResult] = []
    for (index, status) in InteractionResult.Status.allCases.enumerated() {
      for number in 0...index { results.append(.sample("\(status) \(number)", status)) }
    }
    let suite = try #require(try Self.root(.of(results)).children.first)
    let cases = suite.all("testcase")
    func count(_ name: String) -> String { String(cases.count { !$0.all(name).isEmpty }) }
    #expect(suite.attributes["tests"] == String(cases.count))
    #expect(suite.attributes["failures"] == count("failure"))
    #expect(suite.attributes["errors"] == count("error"))
    #expect(suite.attributes["skipped"] == count("skipped"))
    #expect(["failures", "errors", "skipped"].map { suite.attributes[$0] } == ["2", "4", "8"])
  }

  @Test func `puts the message and all that differs into one text`() throws {
    for testCase in try Self.root(.sample).children.flatMap({ $0.all("testcase") }) {
      #expect(testCase.children.count <= 1)
      guard let outcome = testCase.children.first else { continue }
      let message = try #require(outcome.attributes["message"])
      #expect(outcome.text.hasPrefix(message + "\n"))
    }
  }

  @Test func `replaces what XML cannot hold and keeps the rest`() throws {
    let text = "a\u{0}b\u{1B}c\u{FFFE}d\u{FFFF}e]]>f\tg\r\nh\"<&>' é 𝄞 ｱ"
    let legal = "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e]]>f\tg\r\nh\"<&>' é 𝄞 ｱ"
    let mismatch = Mismatch(.body, path: "$", expected: text, actual: "", message: text)
    let testCase = try #require(
      try Self.cases([.sample(text, .failed, mismatches: [mismatch])]).first)
    let words = "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e]]>f g h\"<&>' é 𝄞 ｱ"
    #expect(testCase.attributes["name"] == words)
    let failure = try #require(testCase.all("failure").first)
    #expect(failure.attributes["message"] == words)
    #expect(failure.text.contains("  expected: \(legal)\n"))
  }

  @Test func `gives each case a name of its own`() throws {
    let results: [InteractionResult] = [
      .sample("an order", given: ["A", "B"]), .sample("an order", given: ["A", "B"]),
      .sample("an order"), .sample("an  order"), .sample("an order #2"), .sample("an order #2"),
      .sample("alone", given: ["A"]), .sample("an order", given: ["A"], consumer: "mailer"),
    ]
    #expect(
      try Self.cases(results).map { $0.attributes["name"] } == [
        "an order (given A, B)", "an order (given A, B) #2", "an order", "an order #3",
        "an order #2", "an order #2 #2", "alone", "an order",
      ])
  }

  @Test func `names 10,000 cases of one description apart`() throws {
    let cases = try Self.cases(.init(repeating: .sample("an order"), count: 10_000))
    #expect(cases.count == 10_000)
    #expect(Set(cases.map { $0.attributes["name"] }).count == 10_000)
  }

  @Test func `keeps contracts apart whose names make one class`() throws {
    let cases = try Self.cases([
      .sample("x", consumer: "a.b", provider: "c"), .sample("x", consumer: "a", provider: "b.c"),
    ])
    #expect(cases.map { $0.attributes["classname"] } == ["a.b.c", "a.b.c"])
    #expect(cases.map { $0.attributes["name"] } == ["x", "x #2"])
  }

  @Test func `joins the results of a contract that were not side by side`() throws {
    let root = try Self.root(
      .of([.sample("x"), .sample("y", consumer: "mailer"), .sample("z")]))
    #expect(root.children.map { $0.attributes["id"] } == ["0", "1"])
    let names = root.children.map { $0.all("testcase").map { $0.attributes["name"] } }
    #expect(names == [["x", "z"], ["y"]])
  }

  @Test func `cuts long values between characters`() throws {
    let body = String(repeating: "é", count: 4_000)
    let mismatch = Mismatch(.body, path: "$", expected: "x" + body, actual: body, message: body)
    let failure = try #require(
      try Self.cases([.sample("x", .failed, mismatches: [mismatch])]).first?.children.first)
    let kept = String(repeating: "é", count: 2_047)
    #expect(failure.text.contains("  expected: x\(kept)… (3906 bytes more)\n"))
    #expect(failure.text.contains("  actual:   \(kept)é… (3904 bytes more)\n"))
    #expect(
      failure.attributes["message"] == String(repeating: "é", count: 500) + "… (7000 bytes more)")
  }

  @Test(arguments: [
    (Duration.nanoseconds(499_999), "0.000"), (.microseconds(500), "0.001"),
    (.milliseconds(12), "0.012"), (.microseconds(999_500), "1.000"),
    (.seconds(1_234_567), "1234567.000"), (.seconds(-1), "0.000"),
  ])
  func `writes seconds with three decimals`(duration: Duration, text: String) throws {
    var result = InteractionResult.sample("x")
    result.duration = duration
    let root = try Self.root(.of([result]))
    #expect(root.children.first?.attributes["time"] == text)
    #expect(root.children.first?.all("testcase").first?.attributes["time"] == text)
  }
}
