import JSONText

extension SchemaEvaluation {
  private mutating func checkChild(
    _ id: Int, _ child: JSONValue, _ evaluated: inout Evaluated
  ) -> Bool {
    var own: Evaluated = nil
    evaluated?.insert(child.node)
    return check(id, child, &own)
  }

  /// Checks the members of an object.
  mutating func applyToMembers(
    _ keyword: SchemaKeyword, _ value: JSONValue, _ evaluated: inout Evaluated
  ) -> Bool {
    var isValid = true
    for member in value.members {
      spend(1)
      switch keyword.check {
      case .members(let rules):
        if !apply(rules, member, &evaluated) { isValid = false }
      case .propertyNames(let id):
        var own: Evaluated = nil
        if !test(id, member.key, &own) {
          isValid = fail(keyword, member.value, "The name '\(member.name)' is not allowed.")
        }
      case .unevaluatedProperties(let id):
        if evaluated?.contains(member.value.node) != true,
          !checkChild(id, member.value, &evaluated)
        {
          isValid = false
        }
      default: break
      }
      if !isValid, !isCollecting || isAborted { return false }
    }
    return isValid
  }

  private mutating func apply(
    _ rules: MemberRules, _ member: JSONMember, _ evaluated: inout Evaluated
  ) -> Bool {
    let name = member.name
    var isValid = true
    var isKnown = false
    if let id = rules.properties[name] {
      isKnown = true
      isValid = checkChild(id, member.value, &evaluated)
    }
    for (pattern, id) in rules.patterns where pattern.matches(name) {
      isKnown = true
      if !checkChild(id, member.value, &evaluated) { isValid = false }
    }
    if !isKnown, let id = rules.additional {
      isValid = checkChild(id, member.value, &evaluated)
    }
    return isValid
  }

  /// Checks the elements of an array.
  mutating func applyToElements(
    _ keyword: SchemaKeyword, _ value: JSONValue, _ evaluated: inout Evaluated
  ) -> Bool {
    var isValid = true
    var matches = 0
    for (index, element) in value.elements.enumerated() {
      spend(1)
      switch keyword.check {
      case .items(let prefix, let rest):
        let id = index < prefix.count ? prefix[index] : rest
        if let id, !checkChild(id, element, &evaluated) { isValid = false }
      case .contains(let id, _, _, let evaluates):
        var own: Evaluated = nil
        if test(id, element, &own) {
          matches += 1
          if evaluates { evaluated?.insert(element.node) }
        }
      case .unevaluatedItems(let id):
        if evaluated?.contains(element.node) != true, !checkChild(id, element, &evaluated) {
          isValid = false
        }
      default: break
      }
      if !isValid, !isCollecting || isAborted { return false }
    }
    guard case .contains(_, let minimum, let maximum, _) = keyword.check else { return isValid }
    if matches < minimum {
      return fail(
        keyword, value, "\(matches) elements match, at least \(minimum) must.")
    }
    return matches <= maximum
      || fail(keyword, value, "\(matches) elements match, at most \(maximum) may.")
  }
}
