package import ContractModel
package import FaultModel
import JSONText
package import ResponseTemplate
import StubModel

/// A request that follows the answer of a stub, compiled and checked.
package struct StubWebhookPlan: Sendable {
  /// One request to be made.
  package struct Call: Sendable {
    /// The method.
    package var method: String
    /// Where it goes; its base path is the whole path.
    package var target: ForwardTarget
    /// The query without its `?`.
    package var query: String?
    /// The header fields.
    package var headers: [Field]
    /// The body.
    package var body: [UInt8]
    /// How long after the answer it is made.
    package var delay: Duration
  }

  private let webhook: StubWebhook
  private let method: StubText
  private let url: StubText
  private let headers: [(name: String, value: StubText)]
  private let body: StubText?
  private let allowed: [AllowedTarget]

  /// Compiles a webhook.
  ///
  /// - Throws: ``StubProblem`` when a template or the URL cannot be used, or requests may not go there.
  init(
    _ webhook: StubWebhook, _ dialect: StubDialect, _ allowed: [AllowedTarget]
  ) throws(StubProblem) {
    self.webhook = webhook
    self.allowed = allowed
    let cursor = webhook.cursor
    func text(
      _ text: String, _ name: String, _ escaping: TemplateEscaping = .none
    ) throws(StubProblem) -> StubText {
      try StubText(
        text, isTemplate: true, escaping: escaping, dialect, at: cursor[name] ?? cursor)
    }
    method = try text(webhook.method, "method")
    url = try text(webhook.url, "url")
    var headers: [(String, StubText)] = []
    for field in webhook.headers {
      for value in field.values { headers.append((field.name, try text(value, "headers"))) }
    }
    self.headers = headers
    if case .text(let body) = webhook.body {
      let type = webhook.headers.header("content-type")
      self.body = try text(body, "body", TemplateEscaping(contentType: type, body: body))
    } else {
      body = nil
    }
    let place = cursor["url"] ?? cursor
    do throws(ForwardError) {
      if !url.isTemplate {
        try allowed.check(try ForwardTarget.split(url: webhook.url).base)
      } else if allowed.isEmpty {
        throw ForwardError(
          "requests may go nowhere: allow the services with --allow-target HOST:PORT")
      }
    } catch {
      throw place.problem("the webhook: \(error)")
    }
  }

  /// The request that follows an answer.
  ///
  /// - Throws: ``TemplateFailure``, or ``ForwardError`` when requests may not go there.
  package func call(
    _ context: TemplateContext, _ random: inout SeededGenerator
  ) throws -> Call {
    var context = context
    context.parameters = webhook.cursor.value
    let (target, query) = try ForwardTarget.split(url: try url.render(context, &random))
    try allowed.check(target)
    var fields: [Field] = []
    for (name, value) in headers {
      // What a request brings must not end the line.
      let text = try value.render(context, &random).filter { !$0.isNewline && $0 != "\0" }
      fields.append(Field(name, [text]))
    }
    let method = try method.render(context, &random)
    guard HTTPText.isName(method) else { throw ForwardError("'\(method)' is no method") }
    return Call(
      method: method, target: target, query: query, headers: fields,
      body: try body.map { Array(try $0.render(context, &random).utf8) } ?? bytes,
      delay: try StubAnswer.drawn(webhook.delay.distribution, &random))
  }

  private var bytes: [UInt8] {
    if case .bytes(let bytes) = webhook.body { bytes } else { [] }
  }
}
