import ContractModel
import ContractReports
import JSONText
import Testing

@Suite struct JSONReportTests {
  static func json(_ result: VerificationResult) throws -> JSONValue {
    try JSONValue(parsing: String(decoding: JSONReport(result).bytes(), as: UTF8.self))
  }

  @Test func `holds all that is known`() {
    var result = VerificationResult.sample
    result.results = Array(result.results[0...1])
    #expect(String(decoding: JSONReport(result).bytes(), as: UTF8.self) == Golden.json)
  }

  @Test func `writes null for what is unknown`() throws {
    let json = try Self.json(.of([.sample("x")]))
    #expect(json["provider"]?["version"]?.isNull == true)
    #expect(json["provider"]?["branch"]?.isNull == true)
    let result = try #require(json["results"]?.elements.first)
    for name in ["key", "location", "error", "testName", "timings", "reproduce"] {
      #expect(result[name]?.isNull == true, "\(name)")
    }
  }

  @Test func `counts and names every status`() throws {
    let json = try Self.json(.sample)
    #expect(
      json["results"]?.elements.map { $0["status"]?.string }
        == ["passed", "failed", "error", "passed", "pending", "skipped"])
    #expect(
      json["summary"]?.description
        == #"{"total":6,"passed":2,"failed":1,"pending":1,"errors":1,"skipped":1,"durationMs":12.4}"#
    )
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-0.5, "1969-12-31T23:59:59Z"),
    (951_782_399, "2000-02-28T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (1_709_251_199.9, "2024-02-29T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    (-2_203_891_200, "1900-03-01T00:00:00Z"), (1_767_225_599, "2025-12-31T23:59:59Z"),
    (.infinity, "9999-12-31T23:59:59Z"), (-.infinity, "0001-01-01T00:00:00Z"),
    (.nan, "1970-01-01T00:00:00Z"),
  ])
  func `writes the start in UTC`(seconds: Double, text: String) throws {
    var result = VerificationResult.of([])
    result.startedAt = seconds
    #expect(try Self.json(result)["startedAt"]?.string == text)
  }

  @Test(arguments: [
    (Duration.zero, "0"), (.nanoseconds(499), "0"), (.nanoseconds(500), "0.001"),
    (.microseconds(12_400), "12.4"), (.microseconds(10_050), "10.05"), (.seconds(20), "20000"),
  ])
  func `writes milliseconds with at most three decimals`(duration: Duration, text: String) throws {
    var result = VerificationResult.of([])
    result.duration = duration
    #expect(try Self.json(result)["summary"]?["durationMs"]?.text == text)
  }

  @Test func `keeps a seed of 64 bits`() throws {
    var result = VerificationResult.of([])
    result.seed = .max
    #expect(try Self.json(result)["seed"]?.text == "18446744073709551615")
  }

  @Test func `writes mismatches of one shape everywhere`() {
    var json = JSONWriter(style: .compact)
    JSONReport.write(
      Mismatch(.bodyContentType, expected: "text/plain", actual: "", message: "no\nbody"),
      to: &json)
    #expect(
      json.text
        == #"{"type":"body-content-type","path":"","expected":"text/plain","actual":"","#
        + #""message":"no\nbody","rule":null,"location":null}"#)
  }
}
