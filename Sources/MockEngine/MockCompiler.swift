import ContractMatching
package import ContractModel
import FaultModel
import JSONText
package import StubModel

/// Compiles contracts and fault scripts into what a mock plays.
package struct MockCompiler {
  package private(set) var interactions: [MockInteraction] = []
  /// The responses of the interactions.
  package private(set) var images = ImagePool()
  /// What cannot be played, and what should be known.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The stubs.
  package private(set) var stubs: StubTable
  /// Whether a stub cannot be used.
  package private(set) var hasStubErrors = false
  /// The mappings that were added, to which a reset leads back.
  package private(set) var mappings: [StubMapping] = []
  /// The folder with the `mappings` and `__files` of the stubs, or `nil`.
  package var stubFolder: String?
  private let options: MockOptions

  package init(_ options: MockOptions) {
    self.options = options
    stubs = StubTable(
      options.stubDialect, seed: options.seed, allowed: options.allowedTargets)
  }

  /// Adds stub mappings; of those that fit the same request the last one added answers.
  package mutating func add(_ mappings: [StubMapping]) {
    for mapping in mappings {
      do throws(StubProblem) {
        var mapping = mapping
        mapping.id = try stubs.add(mapping).id
        self.mappings.append(mapping)
      } catch {
        let place = error.pointer.isEmpty ? "" : "\(error.pointer): "
        hasStubErrors = true
        diagnostics.append(
          Diagnostic(
            .error, place + error.message, file: mapping.location?.file, position: error.position))
      }
    }
  }

  /// Names the stubs that can never answer.
  package mutating func warnOfUnreachableStubs() {
    if options.stubDialect == .strict { diagnostics += stubs.unreachable() }
  }

  /// Adds the HTTP interactions of a contract; messages have nothing to play.
  package mutating func add(_ contract: Contract) {
    for interaction in contract.interactions { add(interaction, of: contract) }
  }

  /// Adds one interaction of a contract.
  package mutating func add(_ interaction: Interaction, of contract: Contract) {
    switch interaction.content {
    case .unusable(let diagnostic): diagnostics.append(diagnostic)
    case .message, .synchronousMessage: break
    case .http(let request, let response):
      do {
        try check(response)
        let matcher = try RequestMatcher(
          request, specification: contract.specification,
          places: PlaceFinder(
            interaction: interaction.location, part: part(of: request, interaction)))
        warn(of: matcher.unusedRules, in: interaction)
        let isHead = request.method.uppercased() == "HEAD"
        let generator = try generator(of: response, interaction, isHead: isHead)
        interactions.append(
          MockInteraction(
            description: interaction.description, consumer: contract.consumer,
            provider: contract.provider, states: interaction.providerStates.map(\.name),
            location: interaction.location, matcher: matcher,
            image: images.add(ResponseImage(response, adding: crossOrigin, isHead: isHead)),
            generator: generator))
      } catch {
        diagnostics.append(InteractionDiagnostic.make(error, interaction))
      }
    }
  }

  /// How the response is made anew for each request, or `nil` when it is always the same.
  private mutating func generator(
    of response: HTTPResponse, _ interaction: Interaction, isHead: Bool
  ) throws(RuleError) -> ResponseGenerator? {
    // Rules are there when variants in them have generators.
    guard !response.generators.isEmpty || !response.rules.isEmpty else { return nil }
    let plan = try GeneratorPlan(response.generators, rules: response.rules, mode: .consumer)
    for entry in plan.unused(in: response) {
      diagnostics.append(InteractionDiagnostic.unusedGenerator(entry, interaction))
    }
    guard !plan.isEmpty else { return nil }
    return ResponseGenerator(
      plan, response, name: interaction.description, adding: crossOrigin, isHead: isHead)
  }

  /// The request as the file has it, for the lines of what differs.
  ///
  /// Of very many interactions only those keep the file's text that hold on to it anyway.
  private func part(of request: HTTPRequest, _ interaction: Interaction) -> JSONValue? {
    if interactions.count >= Self.manyInteractions, request.rules.isEmpty,
      request.body.content == .missing
    {
      return nil
    }
    return interaction.source?["request"]
  }

  private static let manyInteractions = 100

  package var crossOrigin: [(String, String)] {
    options.allowsCrossOrigin
      ? [
        // The asterisk does not stand for Authorization.
        ("Access-Control-Allow-Origin", "*"), ("Access-Control-Allow-Headers", "*, Authorization"),
        ("Access-Control-Allow-Methods", "*"), ("Access-Control-Expose-Headers", "*"),
      ] : []
  }

  /// Refuses what HTTP cannot carry.
  private func check(_ response: HTTPResponse) throws(RuleError) {
    for field in response.headers {
      guard HTTPText.isName(field.name), field.values.allSatisfy(HTTPText.isValue) else {
        throw RuleError("the header '\(field.name)' of the response cannot be sent over HTTP")
      }
    }
    guard response.status >= 200 else {
      throw RuleError("the status \(response.status) cannot be the final one of a response")
    }
  }

  private mutating func warn(of unused: [MatchingRuleSet], in interaction: Interaction) {
    for set in unused {
      diagnostics.append(InteractionDiagnostic.unusedRule(set, interaction))
    }
  }

  private mutating func warn(_ message: String, _ interaction: Interaction) {
    diagnostics.append(
      Diagnostic(
        .warning, "'\(interaction.description)': \(message)", file: interaction.location?.file,
        position: interaction.location.map { JSONPosition(line: $0.line, column: 1) }))
  }

  /// Names the interactions that accept the very same request, of which only the first is played
  /// unless a provider state selects another.
  package mutating func warnOfTwins() {
    var byPath: [String: [Int]] = [:]
    for (index, interaction) in interactions.enumerated() {
      let request = interaction.matcher.expected
      let earlier = byPath[request.path, default: []]
      guard let other = earlier.first(where: { interactions[$0].matcher.expected == request })
      else {
        byPath[request.path] = earlier + [index]
        continue
      }
      let twin = interactions[other]
      func name(_ interaction: MockInteraction) -> String {
        let place = interaction.location.map { " (\($0))" } ?? ""
        return "'\(interaction.description)'\(place)"
      }
      diagnostics.append(
        Diagnostic(
          .warning,
          "\(name(interaction)) expects the same request as \(name(twin)), which answers; select it"
            + " by its provider state, with --state or the header X-Counterpart-State",
          file: interaction.location?.file,
          position: interaction.location.map { JSONPosition(line: $0.line, column: 1) }))
    }
  }
}
