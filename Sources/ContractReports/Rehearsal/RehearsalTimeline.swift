import ContractModel

/// When the attempts of a rehearsal came, as text.
struct RehearsalTimeline {
  let operations: [RehearsalVerdict.Operation]

  /// The lines, without a line end at the end.
  var text: String {
    let first = operations.first?.attempts.first?.time ?? .zero
    return operations.map { Self.text($0, since: first) }.joined(separator: "\n\n")
  }

  private static func text(_ operation: RehearsalVerdict.Operation, since first: Duration) -> String
  {
    var last: Duration?
    var lines = [operation.name.visible]
    for attempt in operation.attempts {
      let time =
        last.map { "+\(milliseconds(attempt.time - $0))" } ?? milliseconds(attempt.time - first)
      last = attempt.time
      let status = attempt.status.map { $0 == 0 ? "—" : String($0) } ?? "—"
      let fault = attempt.fault.map { "  " + $0.visible } ?? ""
      lines.append(
        "\(padded(time, to: 10))  connection \(attempt.connection)  \(padded(status, to: 3))\(fault)"
      )
    }
    return lines.joined(separator: "\n")
  }

  private static func milliseconds(_ duration: Duration) -> String {
    "\(Int((duration / .milliseconds(1)).rounded())) ms"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
