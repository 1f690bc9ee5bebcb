import ContractModel
import JSONText

/// A single value that may vary: its example and its rules, in JSON and in texts.
struct LeafPattern: Sendable, Hashable {
  /// What the value is, where it stands within a longer text.
  enum Expression: Sendable, Hashable {
    /// A regular expression.
    case regex(String)
    /// Any text that may stand there.
    case anyText
    /// Nothing that a regular expression could say.
    case none
  }

  /// The example: the decoded text of a string, else JSON.
  var example: String
  /// Whether the value is a string in JSON.
  var isString: Bool = true
  var list: RuleList
  var expression: Expression
  var generator: ValueGenerator?
  /// The alternatives or conditions cannot be combined, or there are none.
  var problem: String?

  init(
    _ example: String, isString: Bool = true, _ rules: [JSONValue], _ expression: Expression,
    problem: String? = nil
  ) {
    self.example = example
    self.isString = isString
    list = RuleList(rules)
    self.expression = expression
    self.problem = problem
  }

  /// The example in JSON.
  var json: JSONValue {
    isString ? .string(example) : JSONValue.make { $0.number(example) }
  }

  /// Both patterns, or one of them, with the example of this one.
  func combined(
    _ other: LeafPattern, _ combination: MatchingRuleSet.Combination
  ) -> LeafPattern {
    var both = self
    both.problem = problem ?? other.problem
    if let joined = list.joined(other.list, combination) {
      both.list = joined
    } else {
      both.problem = both.problem ?? Self.mixed
    }
    if combination == .or, case .regex(let left) = expression,
      case .regex(let right) = other.expression
    {
      both.expression = .regex(RegexText.anyOf([left, right]))
    } else {
      both.expression = .none
    }
    both.generator = generator ?? other.generator
    return both
  }

  static let mixed =
    "'and' and 'or' cannot be mixed for one value, and '.oneOf' of numbers is two rules already"
}
