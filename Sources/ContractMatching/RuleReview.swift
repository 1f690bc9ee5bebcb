package import ContractModel
package import JSONText

/// What should be known of the rules of an interaction, though they can be used.
package enum RuleReview {
  /// A remark and the value that it is on.
  package struct Remark {
    package let message: String
    package let place: JSONValue
  }

  /// The members that some rule knows.
  private static let known: Set<String> = [
    "match", "regex", "min", "max", "value", "format", "date", "time", "datetime", "timestamp",
    "status", "rules", "variants",
  ]

  /// Members of rules that say nothing, at any depth: unknown ones, and generators, which are only used
  /// in the variants of `arrayContains`.
  package static func remarks(on sets: [MatchingRuleSet]) -> [Remark] {
    sets.flatMap(\.rules).flatMap(remarks(on:))
  }

  private static func remarks(on rule: JSONValue) -> [Remark] {
    let name = rule["match"]?.string ?? ""
    var remarks: [Remark] = []
    for member in rule.members where !known.contains(member.name) {
      let what =
        member.name == "generator"
        ? "the generator of the matching rule '\(name)' is not used; give it by its path under"
          + " 'generators'"
        : "the matching rule '\(name)' has a member '\(member.name)', which no rule knows; known are"
          + " \(known.sorted().joined(separator: ", "))"
      remarks.append(Remark(message: what, place: member.key))
    }
    remarks += (rule["rules"] ?? .null).elements.flatMap(self.remarks(on:))
    for variant in (rule["variants"] ?? .null).elements {
      for set in (variant["rules"] ?? .null).members.map(\.value) {
        remarks += (set["matchers"]?.elements).map(Array.init)?.flatMap(self.remarks(on:)) ?? []
      }
    }
    return remarks
  }

  /// What the example of a request differs in from itself, as its own rules have it.
  package static func mismatches(
    ofExample request: HTTPRequest, _ specification: SpecificationVersion, places: PlaceFinder
  ) throws(RuleError) -> [Mismatch] {
    try RequestMatcher(request, specification: specification, places: places)
      .mismatches(ActualRequest(request))
  }

  /// What the example of a response differs in from itself, as its own rules have it.
  package static func mismatches(
    ofExample response: HTTPResponse, places: PlaceFinder
  ) throws(RuleError) -> [Mismatch] {
    try ResponseMatcher(response, places: places).mismatches(ActualResponse(response))
  }

  /// What the example of a message differs in from itself, as its own rules have it.
  package static func mismatches(
    ofExample message: MessageContents, places: PlaceFinder
  ) throws(RuleError) -> [Mismatch] {
    try MessageMatcher(message, places: places).mismatches(ActualMessage(message))
  }
}
