import Foundation
import JSONText

/// Parses a text with `JSONDocument` and with Foundation's `JSONSerialization`, in turns.
struct JSONBenchmark {
  /// How many bytes are parsed between two looks at the clock.
  private static let bytesPerRun = 4_000_000

  private let name: String
  private let bytes: [UInt8]
  private let data: Data

  init(_ file: URL) throws {
    name = file.lastPathComponent
    data = try Data(contentsOf: file)
    bytes = [UInt8](data)
  }

  /// Prints: file, bytes, nanoseconds of `JSONDocument`, nanoseconds of `JSONSerialization`.
  func run(rounds: Int) throws {
    try checkThatBothRead()
    let repetitions = max(1, Self.bytesPerRun / bytes.count)
    for round in -1..<rounds {
      let own = try processorTime(repetitions: repetitions) {
        guard try JSONDocument(parsing: bytes).root.count > 0 else { throw empty }
      }
      let peer = try processorTime(repetitions: max(1, repetitions / 4)) {
        guard try Self.count(JSONSerialization.jsonObject(with: data)) > 0 else { throw empty }
      }
      // The first round warms up.
      if round >= 0 { printRow(name, "\(bytes.count)", "\(own)", "\(peer)") }
    }
  }

  private var empty: Failure { Failure(message: "\(name) holds nothing") }

  private func checkThatBothRead() throws {
    let own = try JSONDocument(parsing: bytes).root.count
    let peer = try Self.count(JSONSerialization.jsonObject(with: data))
    guard own == peer else { throw Failure(message: "\(name): \(own) against \(peer) values") }
  }

  private static func count(_ value: Any) -> Int {
    (value as? [String: Any])?.count ?? (value as? [Any])?.count ?? 0
  }
}
