import Logging
import MockEngine

extension MockService {
  /// Answers a call of the admin API, which is no request to the mock: it is neither counted nor
  /// noted.
  func admin(_ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?) -> Reply {
    let call = AdminCall(head, bytes, body: body)
    let reply = answer(call)
    count(admin: reply)
    return reply
  }

  private func answer(_ call: AdminCall) -> Reply {
    // Whoever watches the mock has no token; it learns nothing else.
    if let reply = HealthRoutes.probe(call, self) { return reply }
    if let refusal = surroundings.access.refusal(of: call, isLocal: isLocal) {
      logger.warning(
        "an admin call was refused",
        metadata: [
          "method": "\(call.method)", "path": "/__admin/\(call.parts.joined(separator: "/"))",
          "status": "\(refusal.status)", "reason": "\(refusal.message)",
        ])
      return .send(refusal.response)
    }
    return router.answer(call, self)
  }
}
