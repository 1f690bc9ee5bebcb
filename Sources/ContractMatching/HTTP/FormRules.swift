import ContractModel

/// The rules for the fields of a form: `$.field` leads to a field, `$.field[0]` to one of its values.
struct FormRules {
  let fields: [Field]
  private var whole: [String: RuleSet] = [:]
  private var values: [String: [Int: RuleSet]] = [:]
  /// The rules that found a field.
  private(set) var use = RuleUse()

  init(_ fields: [Field], _ rules: RuleTree, _ start: RuleState) {
    self.fields = fields
    for field in fields {
      let state = rules.state(at: field.name, from: start)
      use.reach(state, in: rules)
      whole[field.name] = Self.set(state, rules)
      for index in field.values.indices {
        let value = rules.state(at: index, from: state)
        use.reach(value, in: rules)
        guard !value.isInherited, let set = Self.set(value, rules) else { continue }
        values[field.name, default: [:]][index] = set
      }
    }
  }

  /// The rules that apply at a place.
  private static func set(_ state: RuleState, _ rules: RuleTree) -> RuleSet? {
    guard let entry = state.entry else { return nil }
    let set = rules.entries[entry].set
    return state.isInherited ? set.inherited : set
  }

  /// The rules by the names of the fields.
  ///
  /// - Throws: ``RuleError`` when a rule does not fit a list of values.
  func fieldRules() throws(RuleError) -> FieldRules {
    try FieldRules(whole: whole, values: values, examples: fields)
  }
}
