import ContractFiles
import JSONText
import MockEngine

import JSONText

/// `/__admin/health`, and the calls that concern the mock as a whole.
enum HealthRoutes {
  static let all = [
    AdminRoute("GET", "health") { _, _ in
      .send(JSONReply.json(200) { writer in writer.object { $0.member("status", "healthy") } })
    },
    AdminRoute("GET", "version") { _, _ in
      .send(JSONReply.json(200) { writer in writer.object { $0.member("version", stubVersion) } })
    },
    AdminRoute("POST", "reset") { _, service in
      service.resetStubs()
      service.journal.clear()
      service.exchanges.clear()
      return .send(JSONReply.json(200) { $0.object { _ in } })
    },
    AdminRoute("POST", "shutdown") { _, service in
      service.requestEnd()
      return .send(JSONReply.json(200) { $0.object { _ in } })
    },
  ]

  /// The version of WireMock whose API this is.
  private static let stubVersion = "2.35.1"
}
