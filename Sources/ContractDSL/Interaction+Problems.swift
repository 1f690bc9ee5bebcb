import ContractMatching
public import ContractModel
import JSONText

extension Interaction {
  /// What is wrong with the interaction; none when it can be used.
  ///
  /// Found are what no contract file can hold, rules and generators that are not valid or apply to
  /// nothing, and examples that do not hold to their own rules.
  public var problems: [Diagnostic] {
    do throws(RuleError) {
      switch content {
      case .unusable(let diagnostic): return [diagnostic]
      case .http(let request, let response):
        return try problems(of: request) + problems(of: response)
      case .message(let message): return try problems(of: message)
      case .synchronousMessage(let request, let responses):
        var problems = try problems(of: request)
        for response in responses { problems += try self.problems(of: response) }
        return problems
      }
    } catch {
      return [InteractionDiagnostic.make(error, self)]
    }
  }

  private func problems(of request: HTTPRequest) throws(RuleError) -> [Diagnostic] {
    try checkGenerators(request.generators, request.rules)
    let matcher = try RequestMatcher(request, specification: .v4)
    return problems(matcher.unusedRules, matcher.mismatches(ActualRequest(request)))
  }

  private func problems(of response: HTTPResponse) throws(RuleError) -> [Diagnostic] {
    try checkGenerators(response.generators, response.rules)
    let matcher = try ResponseMatcher(response)
    return problems(matcher.unusedRules, matcher.mismatches(ActualResponse(response)))
  }

  private func problems(of message: MessageContents) throws(RuleError) -> [Diagnostic] {
    try checkGenerators(message.generators, message.rules)
    let matcher = try MessageMatcher(message)
    return problems(matcher.unusedRules, matcher.mismatches(ActualMessage(message)))
  }

  private func checkGenerators(
    _ entries: [GeneratorEntry], _ rules: [MatchingRuleSet]
  ) throws(RuleError) {
    _ = try GeneratorPlan(entries, rules: rules, mode: .consumer)
  }

  private func problems(_ unused: [MatchingRuleSet], _ mismatches: [Mismatch]) -> [Diagnostic] {
    let diagnostics =
      unused.map { InteractionDiagnostic.unusedRule($0, self) }
      + mismatches.map { InteractionDiagnostic.brokenExample($0, self) }
    return diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.severity = .error
      return diagnostic
    }
  }
}
