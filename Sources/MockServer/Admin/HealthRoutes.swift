import ContractFiles
import JSONText
import MockEngine

import JSONText

/// `/__admin/health`, and the calls that concern the mock as a whole.
enum HealthRoutes {
  static let all = [
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

  /// The answer to `GET /__admin/health` and `/__admin/ready`, which everybody gets.
  static func probe(_ call: AdminCall, _ service: MockService) -> Reply? {
    guard call.method == "GET", call.parts.count == 1 else { return nil }
    switch call.parts[0] {
    case "health": return status(200, "healthy")
    case "ready" where service.isServing: return status(200, "ready")
    case "ready": return status(503, "not ready")
    default: return nil
    }
  }

  private static func status(_ status: Int, _ text: String) -> Reply {
    .send(JSONReply.json(status) { writer in writer.object { $0.member("status", text) } })
  }

  /// The version of WireMock whose API this is.
  private static let stubVersion = "2.35.1"
}
