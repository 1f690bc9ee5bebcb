import ContractMatching
import ContractModel
import JSONText

/// What is done for one interaction: the request it makes, and how its answer is judged.
///
/// Compiling, and judging an answer, are pure; whoever runs the check does the waiting.
struct InteractionCheck {
  /// What an interaction compiles to.
  enum Compiled {
    case check(InteractionCheck)
    /// The contract cannot be used.
    case unusable(String)
    /// The interaction is not verified, and why.
    case skipped(String)
  }

  private enum Matcher {
    case response(ResponseMatcher)
    case message(MessageMatcher)
  }

  /// The request as the contract has it, but for generated values.
  let request: RequestPlan
  private let matcher: Matcher
  /// How the request is made where it has values that are made anew.
  private let generator: RequestGenerator?
  /// Rules and generators that apply to nothing of the example.
  let warnings: [Diagnostic]

  static func compile(
    _ item: VerificationItem, _ configuration: VerifierConfiguration
  ) -> Compiled {
    let interaction = item.interaction
    let places = PlaceFinder(
      interaction: interaction.location, document: interaction.source?.document)
    do {
      switch interaction.content {
      case .unusable(let diagnostic): return .unusable(diagnostic.withoutSeverity)
      case .synchronousMessage:
        return .skipped("synchronous messages cannot be verified over HTTP yet")
      case .http(let request, let response):
        let matcher = try ResponseMatcher(response, places: places)
        let plan = RequestPlan(
          request, base: configuration.providerURL, adding: configuration.headers)
        let generators = try GeneratorPlan(
          request.generators, rules: request.rules, mode: .provider)
        var warnings = matcher.unusedRules.map {
          InteractionDiagnostic.unusedRule($0, interaction)
        }
        warnings += generators.unused(in: request).map {
          InteractionDiagnostic.unusedGenerator($0, interaction)
        }
        let generator =
          generators.isEmpty
          ? nil
          : RequestGenerator(generators, request, interaction, configuration)
        return .check(InteractionCheck(plan, .response(matcher), generator, warnings))
      case .message(let message):
        let matcher = try MessageMatcher(message, places: places)
        let plan = RequestPlan(
          posting: question(interaction), to: configuration.messageURL ?? configuration.providerURL,
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

  private init(
    _ request: RequestPlan, _ matcher: Matcher, _ generator: RequestGenerator?,
    _ warnings: [Diagnostic]
  ) {
    self.request = request
    self.matcher = matcher
    self.generator = generator
    self.warnings = warnings
  }

  /// The same check with a request whose generated values are made.
  ///
  /// - Parameter stateValues: what the provider's states gave, a JSON object.
  func prepared(stateValues: JSONValue?) throws(VerificationError) -> InteractionCheck {
    guard let generator else { return self }
    return InteractionCheck(
      try generator.request(stateValues: stateValues), matcher, nil, warnings)
  }

  /// The body by which a message is asked for.
  private static func question(_ interaction: Interaction) -> [UInt8] {
    var writer = JSONWriter(style: .compact)
    writer.object { writer in
      writer.member("description", interaction.description)
      writer.key("providerStates")
      writer.array { writer in
        for state in interaction.providerStates {
          writer.object { writer in
            writer.member("name", state.name)
            if let parameters = state.parameters { writer.member("params", parameters) }
          }
        }
      }
    }
    return writer.bytes
  }

  /// What an answer differs in, or why it cannot be compared.
  func judge(_ response: HTTPExchangeResponse) -> Result<[Mismatch], VerificationError> {
    switch matcher {
    case .response(let matcher):
      let actual = ActualResponse(
        status: response.status, headers: response.headers, body: response.body)
      return .success(matcher.mismatches(actual))
    case .message(let matcher):
      guard (200..<300).contains(response.status) else {
        let text = String(decoding: response.body.prefix(500), as: UTF8.self)
        return .failure(
          VerificationError(
            message:
              "asking \(HTTPAddress.withoutCredentials(request.url)) for the message failed: \(response.status)"
              + (text.isEmpty ? "" : ": \(text)")))
      }
      return .success(matcher.mismatches(message(response)))
    }
  }

  private func message(_ response: HTTPExchangeResponse) -> ActualMessage {
    let type = response.headers.header("content-type")
    var contents = response.body
    // Kafka's schema registry puts a zero and the schema's number, five bytes, before the contents.
    if let type, type.hasPrefix("application/vnd.schemaregistry"), contents.first == 0,
      contents.count >= 5
    {
      contents.removeFirst(5)
    }
    let header = response.headers.header("pact-message-metadata")
    let metadata = header.flatMap(Base64.decode).flatMap { try? JSONDocument(parsing: $0) }?.root
    return ActualMessage(
      contents: contents,
      contentType: MessageMatcher.contentType(of: metadata) ?? type, metadata: metadata)
  }
}

/// Why there is nothing to compare.
struct VerificationError: Error {
  var message: String
}
