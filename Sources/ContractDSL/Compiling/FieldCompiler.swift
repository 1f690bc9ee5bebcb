import ContractModel
import JSONText

/// Makes of texts what a contract file has for a header field, a query parameter or a form field.
struct FieldCompiler {
  var compilation: Compilation
  let category: MatchingRuleSet.Category
  /// What a field is called in problems.
  let noun: String
  /// Where the values of a field stand: `name` and `name[0]`, or a path in a form.
  let selector: (_ name: String, _ index: Int?) -> String

  /// Compiles one field.
  mutating func compile(_ name: String, _ pattern: TextPattern) -> Field {
    switch pattern.content {
    case .pieces:
      let text = text(pattern, name)
      compilation.add(text.list, category, selector(name, nil))
      compilation.add(text.generator, category, selector(name, nil))
      return Field(name, [text.example])
    case .list(let values): return list(values, name)
    case .each(let value, let bounds): return each(value, bounds, name)
    }
  }

  private mutating func text(_ pattern: TextPattern, _ name: String) -> CompiledText {
    let text = pattern.compiled()
    for problem in text.problems { compilation.report(problem, at: "\(noun) '\(name)'") }
    return text
  }

  private mutating func list(_ values: [TextPattern], _ name: String) -> Field {
    if values.isEmpty {
      compilation.report("the list of values is empty", at: "\(noun) '\(name)'")
    }
    var field = Field(name, [])
    for (index, value) in values.enumerated() {
      let text = text(value, name)
      let place = selector(name, values.count == 1 ? nil : index)
      compilation.add(text.list, category, place)
      compilation.add(text.generator, category, place)
      field.values.append(text.example)
    }
    return field
  }

  private mutating func each(_ value: TextPattern, _ bounds: Bounds, _ name: String) -> Field {
    let count = bounds.exampleCount
    if let problem = bounds.problem(exampleCount: count) {
      compilation.report(problem, at: "\(noun) '\(name)'")
    }
    let text = text(value, name)
    let own = text.list.isEmpty ? RuleList([Rule.equality]) : text.list
    if let list = RuleList([Rule.type(bounds)]).joined(own, .and) {
      compilation.add(list, category, selector(name, nil))
    } else {
      compilation.report(LeafPattern.mixed, at: "\(noun) '\(name)'")
    }
    compilation.add(text.generator, category, selector(name, nil))
    return Field(name, Array(repeating: text.example, count: count))
  }
}
