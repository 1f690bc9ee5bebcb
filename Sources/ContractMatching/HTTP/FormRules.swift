import ContractModel

/// The rules for the fields of a form: `$.field` leads to a field.
struct FormRules {
  let fields: [Field]
  private var sets: [String: RuleSet] = [:]
  /// The rules that found a field.
  private(set) var use = RuleUse()

  init(_ fields: [Field], _ rules: RuleTree, _ start: RuleState) {
    self.fields = fields
    for field in fields {
      let state = rules.state(at: field.name, from: start)
      use.reach(state, in: rules)
      // `$.field[0]` is a value of the field: rules are kept for the field as a whole.
      let value = rules.state(at: 0, from: state)
      use.reach(value, in: rules)
      let entry = value.isInherited ? state.entry : value.entry
      sets[field.name] = entry.map { rules.entries[$0].set }
    }
  }

  /// The rules by the names of the fields.
  ///
  /// - Throws: ``RuleError`` when a rule does not fit a list of values.
  func fieldRules() throws(RuleError) -> FieldRules { try FieldRules(sets, examples: fields) }
}
