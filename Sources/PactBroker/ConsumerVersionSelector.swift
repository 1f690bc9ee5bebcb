package import JSONText

/// Which versions of consumers a Pact Broker is to give the pacts of.
package struct ConsumerVersionSelector: Sendable, Hashable {
  /// The selector as JSON, which is what the broker gets.
  package let json: JSONValue

  /// Reads a selector and checks what can be checked without a broker.
  ///
  /// - Parameters:
  ///   - json: an object such as `{"mainBranch": true}`.
  ///   - hasProviderBranch: whether the provider's branch is known, which `matchingBranch` needs.
  /// - Throws: ``SelectorError``.
  package init(_ json: JSONValue, hasProviderBranch: Bool) throws(SelectorError) {
    guard json.kind == .object else {
      throw SelectorError("expected an object such as {\"mainBranch\": true}")
    }
    self.json = json
    for member in json.members {
      guard let key = Key(rawValue: member.name) else {
        let known = Key.allCases.map(\.rawValue).joined(separator: ", ")
        throw SelectorError("there is no key '\(member.name)'; the keys are \(known)")
      }
      try key.check(member.value)
    }
    try checkTogether()
    if has(.matchingBranch), !hasProviderBranch {
      throw SelectorError("'matchingBranch' needs --provider-branch, which it is to match")
    }
  }

  /// Reads a text that holds one selector or a list of them.
  package static func read(
    _ text: String, hasProviderBranch: Bool
  ) throws(SelectorError) -> [ConsumerVersionSelector] {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: text)
    } catch {
      throw SelectorError(
        "it is no JSON: \(error); expected an object such as {\"mainBranch\": true}")
    }
    let list = json.kind == .array ? Array(json.elements) : [json]
    var selectors: [ConsumerVersionSelector] = []
    for json in list {
      selectors.append(try ConsumerVersionSelector(json, hasProviderBranch: hasProviderBranch))
    }
    return selectors
  }

  /// Whether a key is given and says more than `false`.
  private func has(_ key: Key) -> Bool { json[key.rawValue].map { $0.boolean != false } ?? false }

  /// Checks which keys stand together.
  private func checkTogether() throws(SelectorError) {
    let chosen = Key.choices.filter { $0.contains(where: has) }
    guard let first = chosen.first else {
      if has(.latest) { return }
      throw SelectorError(
        "it chooses nothing; give 'mainBranch', 'branch', 'matchingBranch', 'tag', 'latest',"
          + " 'deployed', 'released', 'deployedOrReleased' or 'environment'")
    }
    let others = Key.allCases.filter { has($0) && !first.contains($0) && $0 != .consumer }
    for other in others where !(other == .latest && first[0].goesWithLatest) {
      let key = first.first(where: has) ?? first[0]
      throw SelectorError(
        "'\(key.rawValue)' and '\(other.rawValue)' do not go together; give two selectors instead")
    }
    for (key, base) in [
      (Key.fallbackBranch, Key.branch), (.fallbackToMainBranch, .branch), (.fallbackTag, .tag),
    ] where has(key) && !has(base) {
      throw SelectorError("'\(key.rawValue)' needs '\(base.rawValue)'")
    }
    if has(.fallbackTag), !has(.latest) {
      throw SelectorError("'fallbackTag' needs '\"latest\": true'")
    }
    if [Key.deployed, .released, .deployedOrReleased].filter(has).count > 1 {
      throw SelectorError(
        "'deployed' and 'released' do not go together; 'deployedOrReleased' means both")
    }
  }
}

/// What is wrong with a selector, and what was expected.
package struct SelectorError: Error, Sendable, Hashable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
