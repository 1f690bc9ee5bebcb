import ContractMatching
import ContractModel
import JSONText

/// What `lint` says of an interaction beside what the mock's compiler says of its request: on responses,
/// messages, generators for the other side, and examples that break their own rules.
struct InteractionReview {
  /// What was found.
  private(set) var diagnostics: [Diagnostic] = []
  private let interaction: Interaction
  private let specification: SpecificationVersion

  init(of interaction: Interaction, _ specification: SpecificationVersion) {
    self.interaction = interaction
    self.specification = specification
    do throws(RuleError) {
      try review()
    } catch {
      diagnostics.append(InteractionDiagnostic.make(error, interaction))
    }
  }

  private mutating func review() throws(RuleError) {
    let source = interaction.source
    switch interaction.content {
    case .http(let request, let response):
      // A request that cannot be used was told of when it was compiled for the mock.
      let broken = try? RuleReview.mismatches(
        ofExample: request, specification, places: places(source?["request"]))
      note(request.rules, broken ?? [])
      note(try GeneratorPlan.unused(in: request))
      try review(response)
    case .message(let message): try review(message, source)
    case .synchronousMessage(let request, let responses):
      try review(request, source?["request"])
      let reply = source?["response"]
      let replies = reply?.kind == .array ? Array((reply ?? .null).elements) : [reply ?? .null]
      for (index, response) in responses.enumerated() {
        try review(response, replies.indices.contains(index) ? replies[index] : reply)
      }
    case .unusable: break  // the mock's compiler tells of it
    }
  }

  private mutating func review(_ response: HTTPResponse) throws(RuleError) {
    let places = places(interaction.source?["response"])
    note(unused: try ResponseMatcher(response, places: places).unusedRules)
    note(response.rules, try RuleReview.mismatches(ofExample: response, places: places))
    // Those for consumers were told of when the interaction was compiled for the mock.
    let plan = try GeneratorPlan(response.generators, rules: response.rules, mode: .consumer)
    let known = Set(plan.unused(in: response))
    note(try GeneratorPlan.unused(in: response).filter { !known.contains($0) })
  }

  private mutating func review(
    _ message: MessageContents, _ source: JSONValue?
  ) throws(RuleError) {
    let places = places(source)
    note(unused: try MessageMatcher(message, places: places).unusedRules)
    note(message.rules, try RuleReview.mismatches(ofExample: message, places: places))
    note(try GeneratorPlan.unused(in: message))
  }

  private func places(_ part: JSONValue?) -> PlaceFinder {
    PlaceFinder(interaction: interaction.location, part: part)
  }

  private mutating func note(unused rules: [MatchingRuleSet]) {
    diagnostics += rules.map { InteractionDiagnostic.unusedRule($0, interaction) }
  }

  private mutating func note(_ generators: [GeneratorEntry]) {
    diagnostics += generators.map { InteractionDiagnostic.unusedGenerator($0, interaction) }
  }

  private mutating func note(_ rules: [MatchingRuleSet], _ broken: [Mismatch]) {
    diagnostics += RuleReview.remarks(on: rules).map {
      InteractionDiagnostic.remark($0, interaction)
    }
    diagnostics += broken.map { InteractionDiagnostic.brokenExample($0, interaction) }
  }
}
