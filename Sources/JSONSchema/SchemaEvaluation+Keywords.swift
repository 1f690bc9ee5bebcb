import JSONText

extension SchemaEvaluation {
  /// Checks a value against one keyword.
  mutating func apply(
    _ keyword: SchemaKeyword, _ value: JSONValue, _ evaluated: inout Evaluated
  ) -> Bool {
    switch keyword.check {
    case .reference(let id): return check(id, value, &evaluated)
    case .dynamicReference(let name, let fallback):
      let targets = program.dynamicTargets[name] ?? [:]
      let outermost = scope.first { targets[$0] != nil }
      return check(outermost.flatMap { targets[$0] } ?? fallback, value, &evaluated)
    case .allOf, .anyOf, .oneOf, .not, .conditional, .dependentSchemas:
      return applyInPlace(keyword, value, &evaluated)
    case .members, .propertyNames, .unevaluatedProperties:
      return value.kind != .object || applyToMembers(keyword, value, &evaluated)
    case .items, .contains, .unevaluatedItems:
      return value.kind != .array || applyToElements(keyword, value, &evaluated)
    default:
      if keyword.check.looksAtAll { spend(Int(value.end - value.node) / 16) }
      guard let message = SchemaAssertion.violation(of: keyword.check, by: value) else {
        return true
      }
      return fail(keyword, value, message)
    }
  }

  private mutating func applyInPlace(
    _ keyword: SchemaKeyword, _ value: JSONValue, _ evaluated: inout Evaluated
  ) -> Bool {
    switch keyword.check {
    case .allOf(let ids):
      var isValid = true
      for id in ids where !check(id, value, &evaluated) {
        isValid = false
        if !isCollecting { return false }
      }
      return isValid
    case .anyOf(let ids):
      var isValid = false
      for id in ids where test(id, value, &evaluated) {
        isValid = true
        if evaluated == nil { return true }  // what later branches look at is not asked for
      }
      return isValid || fail(keyword, value, "None of the \(ids.count) schemas allows the value.")
    case .oneOf(let ids):
      var matches = 0
      for id in ids where test(id, value, &evaluated) { matches += 1 }
      if matches == 1 { return true }
      let many = "\(matches) of the \(ids.count) schemas allow the value instead of one."
      let none = "None of the \(ids.count) schemas allows the value."
      return fail(keyword, value, matches == 0 ? none : many)
    case .not(let id):
      var ignored: Evaluated = nil
      return !test(id, value, &ignored) || fail(keyword, value, "The value must not be allowed.")
    case .conditional(let condition, let then, let otherwise):
      let branch = test(condition, value, &evaluated) ? then : otherwise
      return branch.map { check($0, value, &evaluated) } ?? true
    case .dependentSchemas(let schemas):
      guard value.kind == .object else { return true }
      let names = Set(value.members.map(\.name))
      var isValid = true
      for (name, id) in schemas where names.contains(name) && !check(id, value, &evaluated) {
        isValid = false
        if !isCollecting { return false }
      }
      return isValid
    default: return true
    }
  }
}
