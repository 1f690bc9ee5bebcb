import ContractModel
import JSONText

/// The rules that stand at the place of a pattern itself.
extension JSONCompiler {
  mutating func ownRules(
    of pattern: JSONPattern, _ path: [PathExpression.Token], _ scope: Scope
  ) -> RuleList {
    switch pattern.node {
    case .scalar: return scope == .restoring ? RuleList([Rule.equality]) : RuleList()
    case .text(let text):
      let list = text.compiled().list
      return list.isEmpty && scope == .restoring ? RuleList([Rule.equality]) : list
    case .object, .invalid: return RuleList()
    case .array(let elements):
      // A rule above would allow any number of elements.
      guard scope == .restoring else { return RuleList() }
      return RuleList([Rule.type(Bounds(exactly: elements.count))])
    case .leaf(let leaf): return leaf.list
    case .ruled(_, let list): return list
    case .like(let example):
      return example.isLiteral ? RuleList([Rule.type]) : ownRules(of: example, path, .loose)
    case .exactly: return RuleList([Rule.equality])
    case .each(_, let bounds): return RuleList([Rule.type(bounds)])
    case .entries(let entries): return rules(of: entries, path, scope)
    case .anyOrder(_, let bounds): return RuleList([Rule.sized("ignore-order", bounds)])
    case .containing(let elements): return RuleList([variants(elements, path, scope)])
    case .combined(let first, let second, let isOr):
      return combined(first, second, isOr: isOr, path, scope)
    case .generated(let example, _): return ownRules(of: example, path, scope)
    }
  }

  /// Rules for an object whose keys are free.
  private mutating func rules(
    of entries: JSONPattern.Entries, _ path: [PathExpression.Token], _ scope: Scope
  ) -> RuleList {
    var rules: [JSONValue] = []
    if let key = entries.key {
      let leaf = key.asLeaf()
      if leaf.list.combination == .or {
        report("the key of '.eachKey' cannot be one of several patterns", path)
      }
      rules.append(Rule.each("eachKey", leaf.list.rules, example: .string(leaf.example)))
    }
    rules.append(valueRule(of: entries.value, path, scope))
    return RuleList(rules)
  }

  /// `eachValue` where one list of rules says it all, else `values`, and the rules at a path below: other
  /// tools drop what stands below an `eachValue`.
  private mutating func valueRule(
    of value: JSONPattern, _ path: [PathExpression.Token], _ scope: Scope
  ) -> JSONValue {
    guard value.isSingle else { return Rule.named("values") }
    let list = ownRules(of: value, path + [.anyMember], scope == .loose ? .loose : .restoring)
    guard list.combination == .and else { return Rule.named("values") }
    let rules = list.isEmpty ? [Rule.type] : list.rules
    return Rule.each("eachValue", rules, example: example(of: value))
  }

  /// The example of a pattern, without its rules.
  mutating func example(of pattern: JSONPattern) -> JSONValue {
    var writer = JSONWriter(style: .compact)
    silently { $0.visit(pattern, [], .loose, to: &writer) }
    return (try? JSONDocument(parsing: writer.bytes, depthLimit: .max))?.root ?? .null
  }

  /// `arrayContains`: the rules of each element start at its own root.
  private mutating func variants(
    _ elements: [JSONPattern], _ path: [PathExpression.Token], _ scope: Scope
  ) -> JSONValue {
    if elements.isEmpty { report("'.containing' has no element", path) }
    let compiled = elements.enumerated().map { index, element in
      var compiler = JSONCompiler(
        compilation: Compilation(compilation.part), category: .body,
        noun: "\(noun) in the element \(index) of '\(PathExpression(path))'")
      _ = compiler.compile(scope == .loose && element.isLiteral ? .like(element) : element)
      compilation.problems += compiler.compilation.problems
      return compiler.compilation
    }
    return Rule.make("arrayContains") { writer in
      writer.key("variants")
      writer.array { writer in
        for (index, variant) in compiled.enumerated() { variant.write(index, to: &writer) }
      }
    }
  }

  private mutating func combined(
    _ first: JSONPattern, _ second: JSONPattern, isOr: Bool, _ path: [PathExpression.Token],
    _ scope: Scope
  ) -> RuleList {
    let left = alternative(first, path, scope, isFirst: true)
    let right = alternative(second, path, scope, isFirst: false)
    guard let joined = left.joined(right, isOr ? .or : .and) else {
      report(LeafPattern.mixed, path)
      return left
    }
    return joined
  }

  /// The rules of one of several patterns for a value. `equality` would compare with the example, which
  /// is the first one's.
  private mutating func alternative(
    _ pattern: JSONPattern, _ path: [PathExpression.Token], _ scope: Scope, isFirst: Bool
  ) -> RuleList {
    if isFirst {
      switch pattern.node {
      case .object, .array: return RuleList([Rule.type])
      case .scalar, .text: return ownRules(of: pattern, path, scope.inner).orType
      default: return ownRules(of: pattern, path, scope)
      }
    }
    switch pattern.node {
    case .scalar(let value) where value.isNull: return RuleList([Rule.named("null")])
    case .scalar(let value): return RuleList([literal(value.text)])
    case .text(let text) where text.isLiteral:
      return RuleList([literal(text.compiled().example)])
    case .text, .leaf, .combined, .exactly: return ownRules(of: pattern, path, scope)
    case .ruled(let example, let list) where example.isSingle: return list
    default:
      report("the second of two patterns for one value has to be for a single value", path)
      return RuleList()
    }
  }

  private func literal(_ text: String) -> JSONValue {
    Rule.regex(RegexText.whole(RegexText.escaped(text)))
  }
}

extension RuleList {
  /// The rules, or `type` where there are none.
  fileprivate var orType: RuleList { isEmpty ? RuleList([Rule.type]) : self }
}

extension JSONPattern {
  /// Whether the pattern is for a single value, and all that it says are rules at its place.
  var isSingle: Bool {
    switch node {
    case .scalar, .leaf, .text: true
    case .ruled(let example, _), .like(let example): example.isSingle
    case .combined(let first, _, _): first.isSingle
    case .exactly(let value): value.isSingle
    case .generated, .object, .array, .each, .entries, .anyOrder, .containing, .invalid: false
    }
  }
}

extension Compilation {
  /// Writes rules and generators as a variant of `arrayContains`.
  fileprivate func write(_ index: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("index", index)
      writer.key("rules")
      writer.object { writer in
        for set in rules {
          writer.key(set.selector)
          writer.object { writer in
            writer.member("combine", set.combination.rawValue)
            writer.key("matchers")
            writer.array { writer in for rule in set.rules { writer.value(rule) } }
          }
        }
      }
      writer.key("generators")
      writer.object { writer in
        for entry in generators { writer.member(entry.selector, entry.definition) }
      }
    }
  }
}
