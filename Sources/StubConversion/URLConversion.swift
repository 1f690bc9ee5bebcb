import ContractModel
import JSONText
import StubMatching
import StubModel

/// Converts the URL of a stub to a path, its rule and query parameters.
struct URLConversion {
  /// The example path.
  private(set) var path: String = "/"
  /// The query parameters of the URL itself.
  private(set) var query: [Field] = []
  /// The rules for the path and for those parameters.
  private(set) var rules: [MatchingRuleSet] = []
  /// The example as the stub has it, where the order and spelling of parameters count.
  private(set) var target: String?
  /// Whether the stub accepts query parameters that neither URL nor `queryParameters` name.
  private(set) var isOpen: Bool = false

  private let reader: TextConditionReader

  /// Converts a URL.
  ///
  /// - Throws: ``StubProblem`` when no example can be made.
  init(
    _ url: StubURL, in request: StubCursor, _ reader: TextConditionReader,
    _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    self.reader = reader
    let name = StubURL.members.first { request[$0] != nil }
    let cursor = name.flatMap { request[$0] } ?? request
    switch url {
    case .any:
      rules = [Self.rule("^/[\\s\\S]*$")]
      isOpen = true
    case .exact(let text): split(text)
    case .path(let text):
      path = text
      isOpen = true
    case .pathPattern(_, let text):
      try pattern(text, at: cursor)
      isOpen = true
    case .pattern(_, let text): try target(text, at: cursor, &notes)
    case .template(let template):
      try self.template(template, request["pathParameters"], at: cursor, &notes)
      isOpen = true
    }
    if !path.hasPrefix("/") {
      throw cursor.problem("not converted: a path starts with '/', and '\(path)' does not")
    }
  }

  private mutating func split(_ target: String) {
    self.target = target
    path = String(target.prefix { $0 != "?" })
    guard let mark = target.firstIndex(of: "?") else { return }
    query = PercentCoding.fields(target[target.index(after: mark)...])
  }

  static func rule(_ expression: String) -> MatchingRuleSet {
    MatchingRuleSet(.path, rules: [Rule.regex(expression)])
  }

  /// Whether a text can be the path of a request line.
  private static func isPath(_ text: String) -> Bool {
    text.hasPrefix("/")
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3F && $0 != 0x23 }
  }

  private mutating func pattern(_ text: String, at cursor: StubCursor) throws(StubProblem) {
    guard let example = Expression.example(text, where: Self.isPath) else {
      throw TextConditionReader.noExample(cursor)
    }
    path = example
    rules = [Self.rule(Expression.whole(text))]
  }

  // MARK: - Templates

  private mutating func template(
    _ template: PathTemplate, _ parameters: StubCursor?, at cursor: StubCursor,
    _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    var example = ""
    var expression = ""
    var rest = template.text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      example += rest[..<open]
      expression += Expression.escaped(String(rest[..<open]))
      rest = rest[rest.index(after: close)...]
      var condition = TextCondition(example: "1", expression: "[^/]+")
      if let pattern = parameters?[name] {
        condition = try reader.read(pattern, &notes)
        if condition.presence != .required || condition.expression == nil {
          if condition.presence == .required {
            notes.lose(
              "what '\(name)' has to be like cannot be said; any text is accepted", at: pattern)
          }
          condition = TextCondition(
            example: condition.presence == .required ? condition.example : "1", expression: "[^/]+")
        }
      }
      example += PercentCoding.encode(condition.example, allowing: "!$&'()*+,;=:@")
      let part = condition.expression ?? "[^/]+"
      expression += Expression.isDivided(part) ? "(?:\(part))" : part
    }
    path = example + rest
    expression += Expression.escaped(String(rest))
    if !template.names.isEmpty { rules = [Self.rule("^\(expression)$")] }
  }

  // MARK: - Path and query in one pattern

  private mutating func target(
    _ text: String, at cursor: StubCursor, _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    for ending in ["(\\?.*)?", "(?:\\?.*)?", "(\\?.*)?$", "(?:\\?.*)?$", "\\??.*", "\\??.*$"]
    where text.hasSuffix(ending) {
      isOpen = true
      return try pattern(String(text.dropLast(ending.count)), at: cursor)
    }
    guard text.contains("\\?") || text.contains("[?]") else {
      isOpen = text.contains(".*") || text.contains(".+") || text.contains("[^")
      return try pattern(text, at: cursor)
    }
    let isTarget = { (text: String) in
      text.hasPrefix("/") && text.contains("?")
        && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
    guard let example = Expression.example(text, where: isTarget) else {
      throw TextConditionReader.noExample(cursor)
    }
    split(example)
    if let parts = Self.parts(text) {
      if Expression.escaped(path) != Expression.part(parts.path) {
        rules = [Self.rule(Expression.whole(parts.path))]
      }
      if parameters(parts.query) { return }
    } else {
      notes.lose(
        "the pattern cannot be split into path and query; only its example path is accepted",
        at: cursor)
    }
    notes.lose("what the query has to be like cannot be said; any values are accepted", at: cursor)
    for field in query {
      rules.append(MatchingRuleSet(.query, field.name, rules: [Rule.anything]))
    }
  }

  /// What stands before and behind the only `\?` that is in no group.
  private static func parts(_ text: String) -> (path: String, query: String)? {
    let halves = text.replacing("[?]", with: "\\?").split(
      separator: "\\?", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves.contains(where: { Expression.isDivided($0) }),
      halves[1].first.map({ !"?*+{".contains($0) }) ?? true
    else { return nil }
    return (String(halves[0]), String(halves[1]))
  }

  /// Reads `a=1&b=[0-9]+` as parameters; `false` when the pattern says more than that.
  private mutating func parameters(_ pattern: String) -> Bool {
    let pattern = Expression.part("^" + pattern)
    var rules: [MatchingRuleSet] = []
    var fields: [Field] = []
    for pair in pattern.split(separator: "&", omittingEmptySubsequences: false) {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0]).replacing("\\.", with: ".").replacing("\\-", with: "-")
      let isPlain = name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
          || byte == 0x2D
      }
      guard parts.count == 2, isPlain, !name.isEmpty, !Expression.isDivided(parts[1]),
        let own = query.first(where: { $0.name == name }), own.values.count == 1
      else { return false }
      fields.append(own)
      let value = String(parts[1])
      if value != Expression.escaped(own.values[0]) {
        rules.append(MatchingRuleSet(.query, name, rules: [Rule.regex(Expression.whole(value))]))
      }
    }
    guard fields.count == query.count else { return false }
    self.rules += rules
    return true
  }
}
