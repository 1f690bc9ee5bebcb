import ContractModel
import JSONText

/// The examples of patterns, and the rules of what lies in them.
extension JSONCompiler {
  mutating func write(
    _ text: TextPattern, _ path: [PathExpression.Token], to writer: inout JSONWriter
  ) {
    let text = text.compiled()
    for problem in text.problems { report(problem, path) }
    compilation.add(text.generator, category, selector(path))
    writer.string(text.example)
  }

  mutating func write(
    _ leaf: LeafPattern, _ path: [PathExpression.Token], to writer: inout JSONWriter
  ) {
    if let problem = leaf.problem { report(problem, path) }
    compilation.add(leaf.generator?.definition, category, selector(path))
    writer.value(leaf.json)
  }

  mutating func write(
    _ members: [JSONPattern.Member], _ path: [PathExpression.Token], _ scope: Scope,
    to writer: inout JSONWriter
  ) {
    var names: Set<ExactText> = []
    writer.object { writer in
      for member in members {
        if !names.insert(ExactText(member.name)).inserted {
          report("the key '\(member.name)' stands twice", path)
        }
        writer.key(member.name)
        visit(member.value, path + [.key(member.name)], scope, to: &writer)
      }
    }
  }

  mutating func write(
    _ elements: [JSONPattern], _ path: [PathExpression.Token], _ scope: Scope,
    to writer: inout JSONWriter
  ) {
    writer.array { writer in
      for (index, element) in elements.enumerated() {
        visit(element, path + [.index(index)], scope, to: &writer)
      }
    }
  }

  mutating func write(
    each element: JSONPattern, _ bounds: Bounds, _ path: [PathExpression.Token], _ scope: Scope,
    to writer: inout JSONWriter
  ) {
    if let problem = bounds.problem(exampleCount: bounds.exampleCount) { report(problem, path) }
    let inner = path + [.anyElement]
    writer.array { writer in
      visit(element, inner, scope.inner, to: &writer)
      for _ in 1..<bounds.exampleCount {
        silently { $0.visit(element, inner, scope.inner, to: &writer) }
      }
    }
  }

  mutating func write(
    _ entries: JSONPattern.Entries, _ path: [PathExpression.Token], _ scope: Scope,
    to writer: inout JSONWriter
  ) {
    if entries.keys.isEmpty { report("'.eachValue' needs a key for its example", path) }
    let inner = path + [.anyMember]
    var names: Set<ExactText> = []
    writer.object { writer in
      for (place, key) in entries.keys.enumerated() {
        if !names.insert(ExactText(key)).inserted { report("the key '\(key)' stands twice", path) }
        writer.key(key)
        // The rules stand once for all keys; those of single values are in the rule itself.
        if place > 0 {
          silently { $0.visit(entries.value, inner, scope, to: &writer) }
        } else if entries.value.isSingle, valueIsInRule(entries.value, path, scope) {
          value(entries.value, inner, scope, to: &writer)
        } else {
          visit(entries.value, inner, scope, to: &writer)
        }
      }
    }
  }

  /// Whether the rules of a single value are a part of `eachValue`.
  private mutating func valueIsInRule(
    _ value: JSONPattern, _ path: [PathExpression.Token], _ scope: Scope
  ) -> Bool {
    var isAnd = false
    silently { isAnd = $0.ownRules(of: value, path, scope).combination == .and }
    return isAnd
  }

  /// Writes a single value, keeping its generator and problems but no rules.
  private mutating func value(
    _ pattern: JSONPattern, _ path: [PathExpression.Token], _ scope: Scope,
    to writer: inout JSONWriter
  ) {
    let rules = compilation.rules
    visit(pattern, path, scope, to: &writer)
    compilation.rules = rules
  }
}
