package import ContractModel
package import JSONText

/// An expected message, ready to be compared.
package struct MessageMatcher: Sendable {
  private let expected: MessageContents
  private let metadataRules: FieldRules
  private let body: BodyMatcher
  private let places: PlaceFinder
  /// Rules that apply to nothing of the example.
  package let unusedRules: [MatchingRuleSet]

  /// - Throws: ``RuleError`` when a rule is not known or not valid.
  package init(_ message: MessageContents, places: PlaceFinder) throws(RuleError) {
    expected = message
    self.places = places
    let names = message.metadata?.members.map(\.name) ?? []
    metadataRules = try FieldRules(message.rules, .metadata, names: names, ignoresCase: false)
    body = try BodyMatcher(
      message.body, headerType: Self.contentType(of: message.metadata), rules: message.rules,
      isStrict: false, places: places)
    unusedRules = metadataRules.unused + body.unused
  }

  /// The media type that a message's metadata names.
  package static func contentType(of metadata: JSONValue?) -> String? {
    metadata?.members.first { member in
      ["contenttype", "content-type"].contains(member.name.lowercased())
    }?.value.string
  }

  /// Everything that differs, the contents before the metadata.
  package func mismatches(_ actual: ActualMessage) -> [Mismatch] {
    body.mismatches(actual.contents, type: actual.contentType) + metadata(actual)
  }

  private func metadata(_ actual: ActualMessage) -> [Mismatch] {
    guard let wanted = expected.metadata else { return [] }
    return wanted.members.flatMap { member in
      entry(member, actual.metadata?[member.name], actual)
    }
  }

  private func entry(
    _ member: JSONMember, _ came: JSONValue?, _ actual: ActualMessage
  ) -> [Mismatch] {
    let name = member.name
    if ["contenttype", "content-type"].contains(name.lowercased()) {
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
    guard let came else {
      return [mismatch(member, "", "Expected metadata key '\(name)' but was missing")]
    }
    if let rule = metadataRules[name] {
      return rule.differences(of: .json(came), from: .json(member.value)).map { ruleName, message in
        mismatch(member, came.description, "Metadata key '\(name)': \(message)", ruleName)
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
      message: message, rule: rule, location: places.location(member.key))
  }
}
