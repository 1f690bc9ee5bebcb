import ContractModel
import JSONText

/// Makes of a JSON pattern what a contract file has: an example, rules and generators by path.
///
/// A rule also holds for what lies below its place, so a literal there needs the rule `equality` to stay
/// exact: that is what the scope keeps count of.
struct JSONCompiler {
  /// How literals are compared at a place.
  enum Scope {
    /// By equality, since no rule stands above.
    case exact
    /// A rule stands above: literals need one of their own to be exact.
    case restoring
    /// By their kind, as `.like` has it.
    case loose

    /// The scope below a rule that holds for its content as well.
    var inner: Scope { self == .loose ? .loose : .restoring }
  }

  var compilation: Compilation
  let category: MatchingRuleSet.Category
  /// What the category is called in problems.
  let noun: String

  /// Compiles a pattern.
  ///
  /// - Parameters:
  ///   - base: where the pattern stands in the body, or in the metadata.
  /// - Returns: the example.
  mutating func compile(
    _ pattern: JSONPattern, at base: [PathExpression.Token] = [], _ scope: Scope = .exact
  ) -> JSONValue {
    var writer = JSONWriter(style: .compact)
    visit(pattern, base, scope, to: &writer)
    // What is no JSON was reported; then the example does not matter.
    return (try? JSONDocument(parsing: writer.bytes, depthLimit: .max))?.root ?? .null
  }

  /// Writes the example of a pattern, and adds its rules and those below it.
  mutating func visit(
    _ pattern: JSONPattern, _ path: [PathExpression.Token], _ scope: Scope,
    to writer: inout JSONWriter
  ) {
    add(ownRules(of: pattern, path, scope), path)
    content(of: pattern, path, scope, to: &writer)
  }

  private mutating func content(
    of pattern: JSONPattern, _ path: [PathExpression.Token], _ scope: Scope,
    to writer: inout JSONWriter
  ) {
    switch pattern.node {
    case .scalar(let value): writer.value(value)
    case .text(let text): write(text, path, to: &writer)
    case .leaf(let leaf): write(leaf, path, to: &writer)
    case .object(let members): write(members, path, scope, to: &writer)
    case .array(let elements), .anyOrder(let elements, _):
      write(elements, path, scope, to: &writer)
    case .containing(let elements):
      // Their rules stand in the variants of the rule.
      silently { $0.write(elements, path, scope, to: &writer) }
    case .ruled(let example, _): content(of: example, path, scope.inner, to: &writer)
    case .like(let example): content(of: example, path, .loose, to: &writer)
    case .exactly(let value):
      if !value.isExact { report("'.exactly' takes a literal without patterns", path) }
      silently { $0.content(of: value, path, .exact, to: &writer) }
    case .each(let element, let bounds): write(each: element, bounds, path, scope, to: &writer)
    case .entries(let entries): write(entries, path, scope, to: &writer)
    case .combined(let first, _, _):
      content(of: first, path, first.isLiteral ? scope.inner : scope, to: &writer)
    case .generated(let example, let generator):
      if let problem = generator.problem { report(problem, path) }
      compilation.add(generator.definition, category, selector(path))
      content(of: example, path, scope, to: &writer)
    case .invalid(let problem):
      report(problem, path)
      writer.null()
    }
  }

  // MARK: - Places

  /// How a path is written in the category: entries of metadata are named, not found by a path.
  func selector(_ path: [PathExpression.Token]) -> String {
    if category == .metadata, path.count == 1, case .key(let name)? = path.first { return name }
    return PathExpression(path).description
  }

  mutating func report(_ problem: String, _ path: [PathExpression.Token]) {
    compilation.report(problem, at: "\(noun) at '\(PathExpression(path))'")
  }

  mutating func add(_ list: RuleList, _ path: [PathExpression.Token]) {
    guard !list.isEmpty else { return }
    let selector = selector(path)
    let isName = category == .metadata && path.count == 1
    if !isName, (try? PathExpression(parsing: selector))?.tokens != path {
      report(
        "the key cannot be named by a path of a matching rule; only a literal may stand here", path)
    }
    compilation.add(list, category, selector)
  }

  /// Does something that writes an example, without its rules and problems.
  mutating func silently(_ body: (inout JSONCompiler) -> Void) {
    let saved = compilation
    body(&self)
    compilation = saved
  }
}
