public import ContractModel
package import JSONText

/// An expected message, ready to be compared.
public struct MessageMatcher: Sendable {
  private let expected: MessageContents
  /// How each entry of the metadata is compared that has rules.
  private let metadata: [String: JSONPlan]
  private let body: BodyMatcher
  private let places: PlaceFinder
  /// Rules that apply to nothing of the example.
  public let unusedRules: [MatchingRuleSet]

  /// Compiles a message of a contract.
  ///
  /// - Parameters:
  ///   - message: the message with its rules.
  ///   - places: where mismatches find their line of the contract file.
  /// - Throws: ``RuleError`` when a rule is not known or not valid.
  public init(_ message: MessageContents, places: PlaceFinder = PlaceFinder()) throws(RuleError) {
    expected = message
    self.places = places
    let rules = try MetadataRules(message.rules, message.metadata)
    metadata = rules.plans
    body = try BodyMatcher(
      message.body, headerType: Self.contentType(of: message.metadata), rules: message.rules,
      isStrict: false, places: places)
    let misplaced = message.rules.filter { ![.body, .metadata].contains($0.category) }
    unusedRules = rules.unused + body.unused + misplaced
  }

  /// The media type that a message's metadata names.
  package static func contentType(of metadata: JSONValue?) -> String? {
    metadata?.members.first { member in
      namesType(member.name)
    }?.value.string
  }

  private static func namesType(_ name: String) -> Bool {
    ["contenttype", "content-type"].contains(name.lowercased())
  }

  /// Everything that differs, the contents before the metadata.
  public func mismatches(_ actual: ActualMessage) -> [Mismatch] {
    body.mismatches(actual.contents, type: actual.contentType) + metadataMismatches(actual)
  }

  private func metadataMismatches(_ actual: ActualMessage) -> [Mismatch] {
    guard let wanted = expected.metadata else { return [] }
    return wanted.members.flatMap { member in
      entry(member, actual.metadata?[member.name], actual)
    }
  }

  private func entry(
    _ member: JSONMember, _ came: JSONValue?, _ actual: ActualMessage
  ) -> [Mismatch] {
    let name = member.name
    let isType = Self.namesType(name)
    if isType, metadata[name] == nil {
      // The contents are compared by it already; here it only must not contradict.
      guard let wanted = member.value.string,
        let type = came?.string ?? actual.contentType,
        MediaType(wanted).essence != MediaType(type).essence
      else { return [] }
      return [
        mismatch(
          member, type,
          "Expected metadata key '\(name)' to have value '\(wanted)' but was '\(type)'")
      ]
    }
    let type = isType ? actual.contentType.map(JSONValue.string) : nil
    guard let came = came ?? type else {
      return [mismatch(member, "", "Expected metadata key '\(name)' but was missing")]
    }
    if let plan = metadata[name] {
      // Values may come by headers, as texts: rules for numbers look at those as texts too.
      var comparison = JSONComparison(
        plan, came.detached().document, isStrict: false, places: places, isText: true)
      comparison.run()
      return comparison.mismatches.map {
        mismatch(member, came.description, "Metadata key '\(name)': \($0.message)", $0.rule)
      }
    }
    guard came != member.value else { return [] }
    let (wanted, value) = (Operand.json(member.value), Operand.json(came))
    return [
      mismatch(
        member, came.description,
        "Expected metadata key '\(name)' to have value \(wanted.described) but was"
          + " \(value.described)")
    ]
  }

  private func mismatch(
    _ member: JSONMember, _ actual: String, _ message: String, _ rule: String? = nil
  ) -> Mismatch {
    Mismatch(
      .metadata, path: member.name, expected: member.value.description, actual: actual,
      message: message, rule: rule,
      location: places.at(.metadata).location(member.key, named: member.name))
  }
}
