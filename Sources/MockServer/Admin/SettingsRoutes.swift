import ContractFiles
import JSONText
import MockEngine
import StubModel

/// `/__admin/settings`: what holds for the answers of all stubs.
enum SettingsRoutes {
  static let all = [
    AdminRoute("GET", "settings") { _, service in
      .send(
        JSONReply.json(200) { writer in
          writer.object { writer in
            writer.key("settings")
            write(service.engine.stubs.settings, to: &writer)
          }
        })
    },
    AdminRoute("POST", "settings", change),
    AdminRoute("PUT", "settings", change),
  ]

  @Sendable private static func change(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let cursor = StubCursor(try call.json())
    var settings = StubSettings()
    do throws(StubProblem) {
      try cursor.known(["fixedDelay", "delayDistribution"])
      let reader = StubDelayReader(service.engine.stubs.dialect)
      if let fixed = cursor["fixedDelay"] { settings.delay.fixed = try reader.fixed(fixed) }
      if let distribution = cursor["delayDistribution"] {
        settings.delay.distribution = try reader.distribution(distribution)
      }
    } catch {
      throw AdminRefusal(error)
    }
    service.engine.stubs.settings = settings
    return .send(JSONReply.json(200) { write(settings, to: &$0) })
  }

  private static func write(_ settings: StubSettings, to writer: inout JSONWriter) {
    writer.object { writer in
      if let fixed = settings.delay.fixed { writer.member("fixedDelay", fixed) }
      guard let distribution = settings.delay.distribution else { return }
      writer.key("delayDistribution")
      writer.object { writer in
        switch distribution {
        case .fixed(let milliseconds):
          writer.member("type", "fixed")
          number("milliseconds", milliseconds, &writer)
        case .uniform(let lower, let upper):
          writer.member("type", "uniform")
          number("lower", lower, &writer)
          number("upper", upper, &writer)
        case .logNormal(let median, let sigma, let most):
          writer.member("type", "lognormal")
          number("median", median, &writer)
          number("sigma", sigma, &writer)
          if let most { number("maxValue", most, &writer) }
        }
      }
    }
  }

  private static func number(_ name: String, _ value: Double, _ writer: inout JSONWriter) {
    writer.key(name)
    writer.number(value == value.rounded() ? "\(Int(value))" : "\(value)")
  }
}
