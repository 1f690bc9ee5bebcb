/// Makes a text for a regular expression.
struct RegexSampler {
  /// Whether a text would have been longer, or taken more steps, than is allowed.
  private(set) var isTooLong = false

  private let syntax: RegexSyntax
  private var text: [Unicode.Scalar] = []
  private var groups: [Int: Range<Int>] = [:]
  private var steps = 0

  private static let stepLimit = 1_000_000
  /// How often something is repeated beyond what is needed.
  private static let extra = (open: 10, bounded: 100)
  /// A text as long as this gets no more repetitions than it needs.
  private static let enough = 1_000

  init(_ syntax: RegexSyntax) { self.syntax = syntax }

  /// Makes a text; anchors and boundaries are not looked at.
  ///
  /// - Returns: the text, or `nil` when a reference came before its group, or the text is too long.
  mutating func sample(_ context: inout GenerationContext) -> String? {
    guard append(syntax.root, &context) else { return nil }
    return String(String.UnicodeScalarView(text))
  }

  private mutating func append(_ node: RegexNode, _ context: inout GenerationContext) -> Bool {
    guard count(1) else { return false }
    switch node {
    case .nothing: return true
    case .one(let choices):
      guard let scalar = context.element(of: choices) else { return false }
      text.append(scalar)
      return true
    case .sequence(let nodes): return nodes.allSatisfy { append($0, &context) }
    case .choice(let branches):
      guard let branch = context.element(of: branches) else { return false }
      return append(branch, &context)
    case .repetition(let node, let least, let most): return append(node, least, most, &context)
    case .group(let number, let node):
      let start = text.count
      guard append(node, &context) else { return false }
      groups[number] = start..<text.count
      return true
    case .reference(let numbers): return append(textOf: numbers)
    case .namedReference(let name): return append(textOf: syntax.names[name] ?? [])
    }
  }

  private mutating func append(
    _ node: RegexNode, _ least: Int, _ most: Int?, _ context: inout GenerationContext
  ) -> Bool {
    var extra = most.map { min(max($0 - least, 0), Self.extra.bounded) } ?? Self.extra.open
    if text.count >= Self.enough { extra = 0 }
    let total = least + context.number(in: 0...extra)
    for _ in 0..<total {
      guard append(node, &context) else { return false }
    }
    return true
  }

  private mutating func append(textOf numbers: [Int]) -> Bool {
    guard let number = numbers.first(where: { groups[$0] != nil }), let range = groups[number],
      count(range.count)
    else { return false }
    text += text[range]
    return true
  }

  private mutating func count(_ count: Int) -> Bool {
    steps += count
    if steps > Self.stepLimit { isTooLong = true }
    return !isTooLong
  }
}
