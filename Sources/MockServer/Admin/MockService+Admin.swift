import MockEngine

extension MockService {
  /// Answers a call of the admin API, which is no request to the mock: it is neither counted nor
  /// noted.
  func admin(_ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?) -> Reply {
    let call = AdminCall(head, bytes, body: body)
    if let refusal = surroundings.access.refusal(of: call, isLocal: isLocal) {
      return .send(refusal.response)
    }
    return router.answer(call, self)
  }
}
