import ContractModel
import JSONText
import StubMatching
import StubModel

/// Converts `matchesJsonPath` where the path is made of names alone: `$.customer.id`.
struct JSONPathConversion {
  /// An example that is put together of what the paths name.
  private indirect enum Node {
    case value(JSONValue)
    case members([(name: String, node: Node)])

    var json: JSONValue {
      switch self {
      case .value(let value): value
      case .members(let members):
        JSONValue.make { writer in
          writer.object { writer in
            for member in members { writer.member(member.name, member.node.json) }
          }
        }
      }
    }
  }

  /// The rules for what the paths lead to; other members are free.
  private(set) var rules: [MatchingRuleSet] = []
  private var root: Node?
  private let reader: TextConditionReader

  init(_ reader: TextConditionReader) { self.reader = reader }

  /// The example, or `nil` when no path could be converted.
  var example: JSONValue? { root?.json }

  /// Adds what a path leads to.
  ///
  /// - Returns: whether it could be converted.
  /// - Throws: ``StubProblem`` when no example can be made.
  mutating func add(
    _ path: StubCursor, _ notes: inout ConversionNotes
  ) throws(StubProblem) -> Bool {
    guard let text = path["expression"]?.value.string ?? path.value.string else { return false }
    let operators = path.members.filter { $0.name != "expression" }
    guard let names = JSONFilter.names(text), !names.isEmpty else {
      guard operators.isEmpty, let filter = JSONFilter(text) else { return false }
      return add(filter, at: path, &notes)
    }
    let value: JSONValue
    var rules: [JSONValue]
    var isAnyOf = false
    if operators.isEmpty {
      value = JSONValue.string("any")
      rules = [Rule.regex("[\\s\\S]+")]
    } else if let json = path["equalToJson"] {
      value = json.value.string.flatMap { try? JSONValue(parsing: $0) } ?? json.value
      rules = [Rule.equality]
    } else {
      let condition = try reader.read(path, beside: ["expression"], &notes)
      guard condition.presence == .required else { return false }
      value = Self.value(condition.example)
      isAnyOf = condition.isAnyOf
      rules = condition.rules
      if rules.isEmpty {
        // A number is compared by its text, so that 5 and "5" are the same here.
        rules =
          value.kind == .string
          ? [Rule.equality] : [Rule.regex("^\(Expression.escaped(condition.example))$")]
      }
    }
    return add(value, rules, isAnyOf: isAnyOf, at: names)
  }

  private mutating func add(
    _ value: JSONValue, _ rules: [JSONValue], isAnyOf: Bool = false, at names: [String]
  ) -> Bool {
    guard insert(value, names) else { return false }
    self.rules.append(
      MatchingRuleSet(
        .body, PathExpression(names.map { .key($0) }).description,
        combination: isAnyOf ? .or : .and, rules: rules))
    for depth in names.indices {
      let selector = PathExpression(names[..<depth].map { .key($0) }).description
      if !self.rules.contains(where: { $0.selector == selector }) {
        self.rules.append(MatchingRuleSet(.body, selector, rules: [Rule.anyKey]))
      }
    }
    return true
  }

  /// Adds a filter: of the body itself as rules for its members, of a list below it as a rule for the list.
  private mutating func add(
    _ filter: JSONFilter, at path: StubCursor, _ notes: inout ConversionNotes
  ) -> Bool {
    guard !filter.prefix.isEmpty else {
      return filter.terms.reduce(true) { $0 && add($1.example, [$1.rule], at: $1.names) }
    }
    var element = JSONPathConversion(reader)
    for term in filter.terms {
      guard element.add(term.example, [term.rule], at: term.names) else { return false }
    }
    guard let example = element.example else { return false }
    let list = JSONValue.make { writer in writer.array { $0.value(example) } }
    guard add(list, [Rule.containing(element.rules)], at: filter.prefix) else { return false }
    notes.lose("that there may be an object in place of a list cannot be said", at: path)
    return true
  }

  /// The JSON value that a text stands for: numbers and booleans as such.
  private static func value(_ text: String) -> JSONValue {
    if let value = try? JSONValue(parsing: text), [.number, .boolean].contains(value.kind) {
      return value
    }
    return JSONValue.string(text)
  }

  private mutating func insert(_ value: JSONValue, _ names: [String]) -> Bool {
    var node = root ?? .members([])
    let isInserted = Self.insert(value, names[...], &node)
    if isInserted { root = node }
    return isInserted
  }

  private static func insert(
    _ value: JSONValue, _ names: ArraySlice<String>, _ node: inout Node
  ) -> Bool {
    guard let name = names.first, case .members(var members) = node else { return false }
    if let place = members.firstIndex(where: { $0.name == name }) {
      guard names.count > 1 else { return false }
      guard insert(value, names.dropFirst(), &members[place].node) else { return false }
    } else {
      var child = Node.members([])
      if names.count == 1 {
        child = .value(value)
      } else if !insert(value, names.dropFirst(), &child) {
        return false
      }
      members.append((name, child))
    }
    node = .members(members)
    return true
  }
}
