import ContractMatching
import Foundation

/// Parses and matches bodies of several kinds.
struct MatchBenchmark {
  /// How many bytes are matched between two looks at the clock.
  private static let bytesPerRun = 3_000_000

  private let cases: [MatchCase]

  init() throws { cases = try MatchCase.all() }

  /// Prints for each round: case, bytes, nanoseconds for parsing and matching, nanoseconds for compiling
  /// the contract.
  func run(rounds: Int) throws {
    for one in cases {
      let matcher = try one.matcher()
      try check(matcher, one)
      let repetitions = max(1, Self.bytesPerRun / one.body.count)
      for round in -1..<rounds {
        let compiling = try processorTime(repetitions: 1) { _ = try one.matcher() }
        let matching = try processorTime(repetitions: repetitions) {
          guard matcher.mismatches(one.actual).isEmpty else { throw failure(one) }
        }
        // The first round warms up.
        if round >= 0 { printRow(one.name, "\(one.body.count)", "\(matching)", "\(compiling)") }
      }
    }
  }

  /// Matches one case a number of times, so that the instructions of it can be counted from outside.
  func run(_ name: String, times: Int) throws {
    guard let one = cases.first(where: { $0.name == name }) else {
      throw Failure(message: "no case is called \(name)")
    }
    let matcher = try one.matcher()
    for _ in 0..<times {
      guard matcher.mismatches(one.actual).isEmpty else { throw failure(one) }
    }
  }

  /// A benchmark of rules that are not asked would be quick: a wrong body must be found.
  private func check(_ matcher: ResponseMatcher, _ one: MatchCase) throws {
    var wrong = one.actual
    let digits = Array("0123456789".utf8)
    wrong.body = one.body.map { digits.contains($0) ? UInt8(ascii: "x") : $0 }
    guard !matcher.mismatches(wrong).isEmpty else {
      throw Failure(message: "\(one.name): a wrong body matches")
    }
  }

  private func failure(_ one: MatchCase) -> Failure {
    Failure(message: "\(one.name) does not match")
  }
}
