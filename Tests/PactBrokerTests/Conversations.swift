import PactBroker

/// Plays the broker's part in a conversation.
struct Script {
  /// What the broker answers, by method and address; anything else is 404.
  var pages: [String: String] = [:]
  /// Answers with other statuses.
  var statuses: [String: Int] = [:]

  /// Holds a conversation, and gives the requests that were made besides its output.
  func hold<Conversation: BrokerConversation>(
    _ conversation: Conversation
  ) throws -> (output: Conversation.Output, requests: [BrokerRequest]) {
    var conversation = conversation
    var requests: [BrokerRequest] = []
    var step = try conversation.start()
    while true {
      switch step {
      case .finished(let output): return (output, requests)
      case .send(let request):
        requests.append(request)
        step = try conversation.receive(answer(to: request))
      }
    }
  }

  func answer(to request: BrokerRequest) -> BrokerAnswer {
    let name = "\(request.method) \(request.url)"
    let status = statuses[name] ?? (pages[name] == nil ? 404 : 200)
    return BrokerAnswer(to: request, status: status, body: Array((pages[name] ?? "").utf8))
  }
}

extension BrokerRequest {
  /// Method, address and body.
  var line: String {
    "\(method) \(url)" + (body.map { " " + String(decoding: $0, as: UTF8.self) } ?? "")
  }
}
