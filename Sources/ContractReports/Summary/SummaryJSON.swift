import ContractModel
import JSONText

/// The integration summary for programs; `schemas/summary.schema.json` describes it.
package struct SummaryJSON {
  private let summary: IntegrationSummary

  /// Creates the JSON of a summary.
  package init(_ summary: IntegrationSummary) { self.summary = summary }

  /// The JSON as UTF-8, with a line end at the end.
  package func bytes() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.key("integrationPoints")
      json.array { json in
        for point in summary.points { Self.write(point, to: &json) }
      }
      json.key("gaps")
      json.array { json in
        for gap in summary.gaps { Self.write(gap, to: &json) }
      }
      json.key("risks")
      json.array { json in
        for risk in summary.risks {
          json.object { json in
            json.member("rule", risk.rule.rawValue)
            json.member("subject", risk.subject)
            json.member("reason", risk.reason)
          }
        }
      }
      json.key("rollbackPoints")
      json.array { json in
        for point in summary.rollbackPoints {
          json.object { json in
            json.member("provider", point.provider)
            json.member("version", orNull: point.version)
            json.member("reason", point.reason)
          }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func write(_ point: IntegrationPoint, to json: inout JSONWriter) {
    json.object { json in
      json.member("consumer", point.consumer)
      json.member("provider", point.provider)
      json.key("interactions")
      json.object { json in
        for (kind, count) in point.kinds { json.member(kind, count) }
      }
      json.key("results")
      json.object { json in
        for status in [InteractionResult.Status.passed, .failed, .error, .pending] {
          json.member(status.rawValue, point.count(status))
        }
        json.member("none", point.count(nil))
      }
    }
  }

  private static func write(_ gap: SummaryGap, to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", gap.kind.rawValue)
      json.member("consumer", orNull: gap.consumer)
      json.member("provider", gap.provider)
      json.member("subject", gap.subject)
      json.member("location", gap.location)
    }
  }
}
