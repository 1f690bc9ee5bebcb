package import ContractModel
import JSONText

/// The verdict on a client for programs.
package struct RehearsalJSON {
  private let verdict: RehearsalVerdict

  /// Creates the JSON of a verdict.
  package init(_ verdict: RehearsalVerdict) { self.verdict = verdict }

  /// The JSON, with a line end at the end.
  package func bytes() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.key("seed")
      json.number(String(verdict.seed))
      json.member("startedAt", "\(Timestamp(secondsSince1970: verdict.startedAt))Z")
      json.member("client", verdict.client)
      json.member("holds", verdict.holds)
      json.member("durationMs", verdict.duration)
      Self.write(verdict.end, to: &json)
      json.key("rules")
      json.array { json in
        for finding in verdict.findings {
          json.object { json in
            json.member("rule", finding.rule)
            json.member("holds", finding.holds)
            json.member("problems", finding.problems)
            json.member("evidence", finding.evidence)
          }
        }
      }
      json.key("operations")
      json.array { json in
        for operation in verdict.operations { Self.write(operation, to: &json) }
      }
      json.member("output", verdict.output)
    }
    json.endLine()
    return json.bytes
  }

  /// Writes how a client ended: its `exitCode`, or `null`, and a `signal` or `null`.
  static func write(_ end: RehearsalVerdict.End, to json: inout JSONWriter) {
    json.key("exitCode")
    if case .code(let code) = end { json.number(String(code)) } else { json.null() }
    json.key("signal")
    if case .signal(let signal) = end { json.number(String(signal)) } else { json.null() }
    json.member("timedOut", end == .timedOut)
  }

  private static func write(_ operation: RehearsalVerdict.Operation, to json: inout JSONWriter) {
    json.object { json in
      json.member("operation", operation.name)
      json.key("attempts")
      json.array { json in
        for attempt in operation.attempts {
          json.object { json in
            json.member("method", attempt.method)
            json.member("target", attempt.target)
            json.member("timeMs", attempt.time)
            json.member("connection", attempt.connection)
            json.key("status")
            if let status = attempt.status, status > 0 {
              json.number(String(status))
            } else {
              json.null()
            }
            json.member("fault", orNull: attempt.fault)
            json.member("failed", attempt.isFailure)
          }
        }
      }
    }
  }
}
