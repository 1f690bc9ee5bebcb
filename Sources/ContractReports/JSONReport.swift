public import ContractModel
package import JSONText

/// What a verification gave, for programs.
///
/// One JSON object with the members `version`, `seed`, `startedAt`, `provider`, `summary`,
/// `results`, `warnings` and `providerOutput`. Every member is always there; what is unknown is `null`. Durations
/// are milliseconds with at most three decimals.
public struct JSONReport: Sendable {
  private let result: VerificationResult

  /// Creates the report of a verification.
  public init(_ result: VerificationResult) { self.result = result }

  /// The report as UTF-8, with two spaces a level and a line end at the end.
  public func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    write { bytes += $0 }
    return bytes
  }

  /// Writes the report piece by piece.
  ///
  /// - Parameter sink: takes the next bytes.
  package func write(to sink: ([UInt8]) -> Void) {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.key("seed")
      json.number(String(result.seed))
      json.member("startedAt", "\(Timestamp(secondsSince1970: result.startedAt))Z")
      json.key("provider")
      json.object { json in
        json.member("name", result.provider.name)
        json.member("version", orNull: result.provider.version)
        json.member("branch", orNull: result.provider.branch)
      }
      writeSummary(to: &json)
      json.key("results")
      json.array { json in
        for result in result.results {
          Self.write(result, to: &json)
          json.drain(to: sink)
        }
      }
      json.member("warnings", result.warnings)
      writeProviderOutput(to: &json)
    }
    json.endLine()
    sink(json.bytes)
  }

  private func writeSummary(to json: inout JSONWriter) {
    let summary = result.summary
    json.key("summary")
    json.object { json in
      json.member("total", summary.total)
      json.member("passed", summary.passed)
      json.member("failed", summary.failed)
      json.member("pending", summary.pending)
      json.member("errors", summary.errors)
      json.member("skipped", summary.skipped)
      json.member("durationMs", result.duration)
    }
  }

  private func writeProviderOutput(to json: inout JSONWriter) {
    json.key("providerOutput")
    guard let written = result.providerOutput else { return json.null() }
    json.object { json in
      json.member("output", written.output)
      json.member("errors", written.errors)
    }
  }

  private static func write(_ result: InteractionResult, to json: inout JSONWriter) {
    json.object { json in
      json.member("consumer", result.consumer)
      json.member("provider", result.provider)
      json.member("description", result.description)
      json.member("providerStates", result.providerStates)
      json.member("key", orNull: result.key)
      json.member("kind", result.kind)
      json.member("status", result.status.rawValue)
      json.member("durationMs", result.duration)
      json.member("location", result.location)
      json.key("mismatches")
      json.array { json in
        for mismatch in result.mismatches { write(mismatch, to: &json) }
      }
      json.member("error", orNull: result.error)
      json.member("comments", result.comments)
      json.member("testName", orNull: result.testName)
      write(result.timings, to: &json)
      json.member("reproduce", orNull: result.reproduce)
      json.member("tries", result.tries)
      write(result.latency, to: &json)
    }
  }

  private static func write(_ timings: Timings?, to json: inout JSONWriter) {
    json.key("timings")
    guard let timings else { return json.null() }
    json.object { json in
      json.member("dnsMs", timings.dns)
      json.member("connectMs", timings.connect)
      json.member("tlsMs", timings.tls)
      json.member("firstByteMs", timings.firstByte)
      json.member("totalMs", timings.total)
    }
  }

  private static func write(_ latency: LatencySummary?, to json: inout JSONWriter) {
    json.key("latency")
    guard let latency else { return json.null() }
    json.object { json in
      json.member("samples", latency.samples)
      for measure in LatencySummary.Measure.allCases {
        json.member("\(measure.rawValue)Ms", latency[measure])
      }
    }
  }

  /// Writes a mismatch in the shape that all of the toolkit's JSON answers share.
  ///
  /// An object with `type`, `path`, `expected`, `actual`, `message`, `rule` and `location`; the
  /// last two may be `null`.
  package static func write(_ mismatch: Mismatch, to json: inout JSONWriter) {
    MismatchJSON.write(mismatch, to: &json)
  }
}
