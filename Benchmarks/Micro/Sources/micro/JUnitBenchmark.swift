import ContractModel
import ContractReports
import Foundation

/// Writes the report of 10,000 interactions of which 500 failed.
struct JUnitBenchmark {
  private static let cases = 10_000
  private static let failures = 500
  private static let file = "contracts/web-shop-product-service.json"

  private let report: JUnitReport

  init() {
    let results = (0..<Self.cases).map { index in
      Self.result(index, fails: index % (Self.cases / Self.failures) == 0)
    }
    report = JUnitReport(
      VerificationResult(
        provider: .init(name: "product-service", version: "1.4.2", branch: "main"),
        duration: .seconds(12), results: results))
  }

  /// Prints: bytes of the report, nanoseconds.
  func run(rounds: Int, writingTo file: URL) throws {
    var size = 0
    for round in -1..<rounds {
      let time = try processorTime(repetitions: 1) { size = try report.bytes().count }
      // The first round warms up.
      if round >= 0 { printRow("\(size)", "\(time)") }
    }
    try Data(report.bytes()).write(to: file)
  }

  private static func result(_ index: Int, fails: Bool) -> InteractionResult {
    InteractionResult(
      consumer: "web-shop", provider: "product-service",
      description: "a request for product \(index) & its \"details\"",
      providerStates: ["product \(index) exists"], key: "product-\(index)",
      status: fails ? .failed : .passed, duration: .microseconds(700 + index % 300),
      location: SourceLocation(file: file, line: 9 + 48 * index),
      mismatches: fails ? mismatches(index) : [])
  }

  private static func mismatches(_ index: Int) -> [Mismatch] {
    [
      Mismatch(
        .status, expected: "200", actual: "404", message: "expected status 200 but it is 404"),
      Mismatch(
        .body, path: "$.items[\(index)].price", expected: "19.9", actual: "\"19.90\"",
        message: "expected a decimal number but \"19.90\" is a string", rule: "decimal",
        location: SourceLocation(file: file, line: 31 + 48 * index)),
      Mismatch(
        .header, path: "Content-Type", expected: "application/json", actual: "text/html",
        message: "expected application/json but it is text/html <html>"),
    ]
  }
}
