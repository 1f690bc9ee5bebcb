import ContractModel
import JSONText
import StubModel

/// Reads the requests that are made after a stub answered, in their newer and their older form.
struct StubWebhookReader: Sendable {
  private let dialect: StubDialect

  init(_ dialect: StubDialect) { self.dialect = dialect }

  /// The members of a mapping that speak of them.
  static let members: Set<String> = ["serveEventListeners", "postServeActions"]

  func read(_ mapping: StubCursor) throws(StubProblem) -> [StubWebhook] {
    var webhooks: [StubWebhook] = []
    for name in Self.members.sorted(by: >) {
      guard let listeners = mapping[name] else { continue }
      for listener in try all(listeners) {
        if let webhook = try self.listener(listener) { webhooks.append(webhook) }
      }
    }
    return webhooks
  }

  /// The listeners, with their names; the older form may be an object of parameters by name.
  private func all(_ listeners: StubCursor) throws(StubProblem) -> [Listener] {
    guard listeners.value.kind == .object else {
      var all: [Listener] = []
      for listener in try listeners.array() {
        try listener.known(["name", "parameters", "requestPhases"])
        guard let name = listener["name"] else {
          throw listener.problem("the listener has no 'name'; expected 'webhook'")
        }
        all.append(
          Listener(
            name: try name.string(), place: name, parameters: listener["parameters"],
            phases: listener["requestPhases"]))
      }
      return all
    }
    return listeners.members.map { member in
      Listener(name: member.name, place: member.cursor, parameters: member.cursor, phases: nil)
    }
  }

  private struct Listener {
    let name: String
    let place: StubCursor
    let parameters: StubCursor?
    let phases: StubCursor?
  }

  private func listener(_ listener: Listener) throws(StubProblem) -> StubWebhook? {
    guard listener.name == "webhook" else {
      guard dialect == .strict else { return nil }
      throw listener.place.problem(
        "the listener '\(listener.name)' is not known; the only one is 'webhook'")
    }
    for phase in try listener.phases?.array() ?? [] {
      let name = try phase.string()
      guard name == "AFTER_COMPLETE" else {
        throw phase.problem("webhooks are made after the answer: expected AFTER_COMPLETE")
      }
    }
    guard let parameters = listener.parameters else {
      throw listener.place.problem("the webhook has no 'parameters'")
    }
    return try webhook(parameters)
  }

  private func webhook(_ parameters: StubCursor) throws(StubProblem) -> StubWebhook {
    try parameters.object()
    // What templates find under `parameters` may have any name.
    guard let url = parameters["url"] else {
      throw parameters.problem("the webhook has no 'url'")
    }
    var webhook = StubWebhook(
      method: try parameters["method"]?.string() ?? "GET", url: try url.string(), parameters)
    webhook.headers = try StubResponseReader(dialect).headers(parameters["headers"])
    if let base64 = parameters["base64Body"] {
      guard let bytes = Base64.decode(try base64.string()) else {
        throw base64.problem("'base64Body' is not base64")
      }
      webhook.body = .bytes(bytes)
    }
    if let body = parameters["body"] {
      if parameters["base64Body"] != nil, dialect == .strict {
        throw parameters.problem("expected one body, found 'body' and 'base64Body'", key: "body")
      }
      webhook.body = .text(try body.string())
    }
    if let delay = parameters["delay"] {
      webhook.delay.distribution = try StubDelayReader(dialect).distribution(delay)
    }
    return webhook
  }
}
