package import StubMatching
package import StubModel

/// A stub mapping, ready to be played.
package final class CompiledStub: Sendable {
  /// The mapping; it has an identifier.
  package let mapping: StubMapping
  /// Its identifier.
  package let id: String
  /// What it accepts.
  package let matcher: StubMatcher
  /// What it answers.
  package let answer: StubAnswer
  /// The requests that follow its answer.
  package let webhooks: [StubWebhookPlan]
  let rank: StubRank
  /// The number by which the journal knows it.
  package let number: Int
  /// The only method that it accepts, as bytes.
  let method: [UInt8]?
  /// The same as a number, 0 when there is none or it is long: comparing it touches no other memory.
  let methodWord: UInt64
  /// Whether every request gets the same answer, at once and whole, and nothing follows it.
  package let isStatic: Bool
  /// What a request's path starts with, or the whole of path or target for ``StubURL/path(_:)`` and
  /// ``StubURL/exact(_:)``.
  let prefix: [UInt8]
  /// Whether ``method`` and ``prefix`` decide alone.
  let isDecidedByBytes: Bool

  init(
    _ mapping: StubMapping, id: String, number: Int, rank: StubRank, _ matcher: StubMatcher,
    _ answer: StubAnswer, _ webhooks: [StubWebhookPlan]
  ) {
    self.number = number
    self.mapping = mapping
    self.id = id
    self.rank = rank
    self.matcher = matcher
    self.answer = answer
    self.webhooks = webhooks
    if case .oneOf(let methods) = matcher.method, methods.count == 1 {
      method = Array(methods[0].utf8)
    } else {
      method = nil
    }
    methodWord = method.map { StubArrival.word($0.span, 0, $0.count) } ?? 0
    isStatic =
      webhooks.isEmpty && answer.proxy == nil && answer.template == nil && answer.image != nil
      && answer.isPlain(StubSettings())
    var isExact = true
    switch matcher.url {
    case .exact(let url): prefix = Array(url.utf8)
    case .path(let path): prefix = Array(path.utf8)
    default:
      prefix = Array(matcher.url.literalPrefix.utf8)
      isExact = false
    }
    let decidesMethod = method != nil || matcher.method == .any
    isDecidedByBytes = isExact && decidesMethod && matcher.isDecidedByMethodAndURL
  }

  /// The same stub in another place of the order.
  convenience init(_ stub: CompiledStub, number: Int, rank: StubRank) {
    self.init(
      stub.mapping, id: stub.id, number: number, rank: rank, stub.matcher, stub.answer,
      stub.webhooks)
  }
}
