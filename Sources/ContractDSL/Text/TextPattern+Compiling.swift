import ContractModel
import JSONText

/// What a text becomes.
struct CompiledText: Sendable, Hashable {
  var example: String
  var list = RuleList()
  var generator: JSONValue?
  var problems: [String] = []
}

extension TextPattern {
  /// Makes an example, the rules and a generator of a text.
  ///
  /// - Parameter anyText: the expression for a text of any kind, e.g. a segment of a path.
  func compiled(anyText: String = ".+") -> CompiledText {
    guard case .pieces(let pieces) = content else {
      return CompiledText(
        example: "", problems: ["a list of values cannot stand here; expected one text"])
    }
    var text = CompiledText(example: pieces.map(\.example).joined())
    text.problems = pieces.compactMap(\.leaf?.problem)
    text.problems += pieces.compactMap(\.leaf?.generator?.problem)
    if isLiteral { return text }
    if let leaf {
      text.list = leaf.list
      text.generator = leaf.generator?.definition
      return text
    }
    text.list = RuleList([Rule.regex(expression(of: pieces, anyText, &text.problems))])
    text.generator = generator(of: pieces, &text.problems)
    return text
  }

  private func expression(
    of pieces: [Piece], _ anyText: String, _ problems: inout [String]
  ) -> String {
    let parts = pieces.map { piece in
      switch piece {
      case .literal(let literal): return RegexText.escaped(literal)
      case .leaf(let leaf):
        switch leaf.expression {
        case .regex(let expression): return RegexText.group(expression)
        case .anyText: return RegexText.group(anyText)
        case .none:
          problems.append(
            "the pattern with the example '\(leaf.example)' can only stand alone, not within a text"
          )
          return ""
        }
      }
    }
    return RegexText.whole(parts.joined())
  }

  /// The generator of the whole text: values of states may stand among other text.
  private func generator(of pieces: [Piece], _ problems: inout [String]) -> JSONValue? {
    let generators = pieces.compactMap(\.leaf?.generator)
    guard !generators.isEmpty else { return nil }
    guard generators.allSatisfy({ $0.stateExpression != nil }) else {
      problems.append(
        "of generators only those of provider states can stand within a text; let '.generated(by:)'"
          + " stand alone")
      return nil
    }
    for case .literal(let literal) in pieces where literal.contains("${") {
      problems.append("'${' cannot stand in a text with a value of a provider state")
    }
    let expression = pieces.map { $0.leaf?.generator?.stateExpression ?? $0.example }.joined()
    return ValueGenerator.providerState(expression).definition
  }

  /// The pattern as a single value, however it is put together.
  func asLeaf() -> LeafPattern {
    if let leaf { return leaf }
    let text = compiled()
    var leaf = LeafPattern(text.example, text.list.rules, .none, problem: text.problems.first)
    if isLiteral {
      let expression = RegexText.escaped(text.example)
      leaf.list = RuleList([Rule.regex(RegexText.whole(expression))])
      leaf.expression = .regex(expression)
    } else if let regex = text.list.rules.first?["regex"]?.string {
      leaf.expression = .regex(regex)
    }
    if text.generator != nil, leaf.problem == nil {
      leaf.problem =
        "a text with a value of a provider state in it has its generator already, and cannot be"
        + " combined"
    }
    return leaf
  }

  func combined(
    _ other: TextPattern, _ combination: MatchingRuleSet.Combination
  ) -> TextPattern {
    TextPattern(asLeaf().combined(other.asLeaf(), combination))
  }
}

extension TextPattern.Piece {
  var example: String {
    switch self {
    case .literal(let literal): literal
    case .leaf(let leaf): leaf.example
    }
  }

  var leaf: LeafPattern? {
    if case .leaf(let leaf) = self { leaf } else { nil }
  }
}
