import Foundation

/// Measures parts of the libraries; prints one line of tab-separated numbers for each run.
///
/// - `micro json ROUNDS FILE…`: nanoseconds for one parse, by `JSONDocument` and by
///   `JSONSerialization`.
/// - `micro match ROUNDS`: for each case nanoseconds for parsing and matching a body, and for compiling
///   the contract.
/// - `micro once TIMES CASE`: matches one case that many times and prints nothing.
/// - `micro junit ROUNDS FILE`: nanoseconds for one report of 10,000 cases, which the file then
///   holds.
@main
enum Micro {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2, let rounds = arguments.dropFirst().first.flatMap({ Int($0) }) else {
      throw Failure(
        message:
          "usage: micro json ROUNDS FILE… | match ROUNDS | once TIMES CASE | junit ROUNDS FILE")
    }
    let files = arguments.dropFirst(2).map { URL(filePath: $0) }
    switch arguments.first {
    case "match": try MatchBenchmark().run(rounds: rounds)
    case "once":
      try MatchBenchmark().run(CommandLine.arguments.last ?? "", times: rounds)
    case "json": for file in files { try JSONBenchmark(file).run(rounds: rounds) }
    case "junit" where !files.isEmpty: try JUnitBenchmark().run(rounds: rounds, writingTo: files[0])
    default: throw Failure(message: "no benchmark is called \(arguments.first ?? "")")
    }
  }
}

/// Why nothing was measured.
struct Failure: Error {
  var message: String
}

/// The processor time of a piece of work in nanoseconds.
///
/// - Parameter repetitions: how often the work is done; the result is for one time.
func processorTime(repetitions: Int, of work: () throws -> Void) rethrows -> Double {
  let start = processorNanoseconds()
  for _ in 0..<repetitions { try work() }
  return Double(processorNanoseconds() - start) / Double(repetitions)
}

private func processorNanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// A line of tab-separated columns on standard output.
func printRow(_ columns: String...) { print(columns.joined(separator: "\t")) }
