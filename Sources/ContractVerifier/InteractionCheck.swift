import ContractMatching
import ContractModel
import HTTPExchange
import JSONText
import ProcessControl

/// What is done for one interaction: the request it makes, and how its answer is judged.
///
/// Compiling, and judging an answer, are pure; whoever runs the check does the waiting.
struct InteractionCheck: Sendable {
  /// What an interaction compiles to.
  enum Compiled: Sendable {
    case check(InteractionCheck)
    /// The contract cannot be used.
    case unusable(String)
  }

  private enum Matcher: Sendable {
    /// With `isCompressed` the contract has the bytes of a compressed body.
    case response(ResponseMatcher, isCompressed: Bool)
    case message(MessageMatcher)
    case replies([MessageMatcher])

    var unusedRules: [MatchingRuleSet] {
      switch self {
      case .response(let matcher, _): matcher.unusedRules
      case .message(let matcher): matcher.unusedRules
      case .replies(let matchers): matchers.flatMap(\.unusedRules)
      }
    }
  }

  /// The request as the contract has it, but for generated values.
  private(set) var request: RequestPlan
  private let matcher: Matcher
  /// How the request is made where it has values that are made anew.
  private let generator: RequestGenerator?
  /// Rules and generators that apply to nothing of the example.
  let warnings: [Diagnostic]

  static func compile(
    _ item: VerificationItem, _ configuration: VerifierConfiguration
  ) -> Compiled {
    let interaction = item.interaction
    do {
      switch interaction.content {
      case .unusable(let diagnostic): return .unusable(diagnostic.withoutSeverity)
      case .http(let request, let response):
        return .check(
          InteractionCheck(
            try RequestGenerator(request, interaction, configuration),
            .response(
              try ResponseMatcher(
                response, places: places(of: interaction.source?["response"], interaction)),
              isCompressed: response.body.isGzip),
            interaction))
      case .synchronousMessage(let request, let responses):
        var matchers: [MessageMatcher] = []
        let sources = replies(of: interaction.source)
        for (index, response) in responses.enumerated() {
          let source = sources.indices.contains(index) ? sources[index] : nil
          matchers.append(
            try MessageMatcher(response, places: places(of: source, interaction)))
        }
        return .check(
          InteractionCheck(
            try RequestGenerator(request, interaction, configuration), .replies(matchers),
            interaction))
      case .message(let message):
        let matcher = try MessageMatcher(
          message, places: places(of: interaction.source, interaction))
        let plan = RequestPlan(
          posting: MessageQuestion.json(interaction), to: configuration.url(of: interaction),
          headers: configuration.headers)
        let warnings = matcher.unusedRules.map {
          InteractionDiagnostic.unusedRule($0, interaction)
        }
        return .check(InteractionCheck(plan, .message(matcher), nil, warnings))
      }
    } catch {
      return .unusable(InteractionDiagnostic.make(error, interaction).withoutSeverity)
    }
  }

  private static func places(of part: JSONValue?, _ interaction: Interaction) -> PlaceFinder {
    PlaceFinder(interaction: interaction.location, part: part)
  }

  /// The replies of a synchronous message as the file has them: a list, or a single one.
  private static func replies(of source: JSONValue?) -> [JSONValue] {
    guard let response = source?["response"] else { return [] }
    return response.kind == .array ? Array(response.elements) : [response]
  }

  private init(_ generator: RequestGenerator, _ matcher: Matcher, _ interaction: Interaction) {
    let rules = matcher.unusedRules.map { InteractionDiagnostic.unusedRule($0, interaction) }
    let generators = generator.unused.map {
      InteractionDiagnostic.unusedGenerator($0, interaction)
    }
    self.init(
      generator.example, matcher, generator.isEmpty ? nil : generator, rules + generators)
  }

  private init(
    _ request: RequestPlan, _ matcher: Matcher, _ generator: RequestGenerator?,
    _ warnings: [Diagnostic]
  ) {
    self.request = request
    self.matcher = matcher
    self.generator = generator
    self.warnings = warnings
    if case .response(_, isCompressed: true) = matcher { self.request.keepsContentEncoding = true }
  }

  /// Whether the request is as it is sent, without values that are still to be made.
  var isReady: Bool { generator == nil }

  /// The same check with a request whose generated values are made.
  ///
  /// - Parameter stateValues: what the provider's states gave, a JSON object.
  func prepared(stateValues: JSONValue?) throws(VerificationError) -> InteractionCheck {
    guard let generator else { return self }
    return InteractionCheck(
      try generator.request(stateValues: stateValues), matcher, nil, warnings)
  }

  /// Whether asking again changes nothing, so that it may be done only to measure.
  var isSafe: Bool {
    guard case .response = matcher else { return false }
    return ["GET", "HEAD", "OPTIONS", "TRACE"].contains(request.method)
  }

  /// Whether the provider is asked by its own request, and not for a message.
  var isHTTP: Bool {
    guard case .response = matcher else { return false }
    return true
  }

  /// A command that asks the provider for the message again.
  func reproduction(by command: ProviderCommand) -> String {
    let question = String(decoding: request.body ?? [], as: UTF8.self)
    return "printf %s \(RequestPlan.quoted(question)) | sh -c \(RequestPlan.quoted(command.text))"
  }

  /// What the messages that a command wrote differ in, or why they cannot be compared.
  func judge(_ output: CommandOutput, limit: Duration) -> Result<[Mismatch], VerificationError> {
    if let failure = output.failure(limit: limit) {
      return .failure(VerificationError(message: "asking for the message failed: \(failure)"))
    }
    let one = { () throws(VerificationError) in try CommandMessage.message(output.output) }
    switch matcher {
    case .response: return .failure(VerificationError(message: "a command cannot answer a request"))
    case .message(let matcher): return ReplyComparison.mismatches([matcher], one: one, list: { [] })
    case .replies(let matchers):
      return ReplyComparison.mismatches(
        matchers, one: one,
        list: { () throws(VerificationError) in try CommandMessage.list(output.output) })
    }
  }

  /// What an answer differs in, or why it cannot be compared.
  func judge(_ response: HTTPExchangeResponse) -> Result<[Mismatch], VerificationError> {
    let answer = MessageAnswer(response: response, url: request.url)
    switch matcher {
    case .response(let matcher, _):
      let actual = ActualResponse(
        status: response.status, headers: response.headers, body: response.body)
      return .success(matcher.mismatches(actual).map { $0.advised(by: response, request.url) })
    case .message(let matcher): return answer.mismatches(matcher)
    case .replies(let matchers): return answer.mismatches(matchers)
    }
  }
}

/// Why there is nothing to compare.
struct VerificationError: Error {
  var message: String
}
