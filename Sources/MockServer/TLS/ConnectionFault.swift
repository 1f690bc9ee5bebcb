import JSONText
import MockEngine

/// What befell a connection when it began.
struct ConnectionFault: Sendable, Hashable {
  /// The number of the connection, from 1, as the journal has it.
  let connection: Int
  /// The time of day.
  let date: Duration
  /// What befell it, and what decided.
  let fault: FiredFault

  /// The fault, and what it takes to make it happen again.
  var account: String {
    "connection \(connection): \(fault.type) (script '\(fault.script ?? "")', step"
      + " \(fault.step ?? 1), its connection \(fault.request), seed \(fault.seed))"
  }

  /// Writes it as an object.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("connection", connection)
      writer.member("date", RequestTime.text(date))
      writer.key("fault")
      fault.write(to: &writer)
    }
  }
}

/// What befell the connections of a mock: the newest of them, and how many there were.
struct ConnectionFaults: Sendable {
  private(set) var newest: [ConnectionFault] = []
  private(set) var count = 0

  private static let limit = 1_000

  mutating func add(_ fault: ConnectionFault) {
    count += 1
    if newest.count == Self.limit { newest.removeFirst() }
    newest.append(fault)
  }

  /// Each in a line, and how many are not told.
  var lines: [String] {
    let untold = count - newest.count
    return (untold > 0 ? ["\(untold) older connections were struck"] : []) + newest.map(\.account)
  }
}
