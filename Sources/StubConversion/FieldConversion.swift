import ContractModel
import JSONText
import StubMatching
import StubModel

/// Converts conditions on fields that have a name: query parameters, header fields, fields of a form.
struct FieldConversion {
  /// The fields that have to be there.
  private(set) var fields: [Field] = []
  /// What their values may be instead.
  private(set) var rules: [MatchingRuleSet] = []
  private let category: MatchingRuleSet.Category
  private let reader: TextConditionReader
  /// How the rules of a field are told, e.g. `$.page` for a field of a form.
  private let selector: (String) -> String

  init(
    _ category: MatchingRuleSet.Category, _ reader: TextConditionReader,
    selector: @escaping (String) -> String = { $0 }
  ) {
    self.category = category
    self.reader = reader
    self.selector = selector
  }

  /// Whether fields that are not named are refused.
  private var isComplete: Bool { category != .header }

  /// Adds a field.
  ///
  /// - Throws: ``StubProblem`` when no example can be made.
  mutating func add(
    _ name: String, _ pattern: StubCursor, _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    for list in ["hasExactly", "includes"] {
      if let patterns = pattern[list] {
        return try add(name, list: patterns, isOpen: list == "includes", &notes)
      }
    }
    var reader = reader
    if category == .header { reader.candidates = Self.candidates(name) }
    let condition = try reader.read(pattern, &notes)
    switch condition.presence {
    case .required:
      add(name, [condition.example])
      add(condition, selector(name))
    case .absent:
      if !isComplete { notes.lose("that '\(name)' is not there cannot be said", at: pattern) }
    case .optional:
      if isComplete {
        notes.lose(
          "that '\(name)' may be missing cannot be said; it has to be there now", at: pattern)
        add(name, [condition.example], [Rule.anything])
      }
    }
  }

  /// Adds a field whose value is known.
  mutating func add(_ name: String, _ values: [String]) {
    if let place = fields.firstIndex(where: { key($0.name) == key(name) }) {
      fields[place].values += values
    } else {
      fields.append(Field(name, values))
    }
  }

  /// Adds a field with an example that others may differ from.
  mutating func add(_ name: String, _ values: [String], _ rules: [JSONValue]) {
    add(name, values)
    self.rules.append(MatchingRuleSet(category, selector(name), rules: rules))
  }

  private func key(_ name: String) -> String { category == .header ? name.lowercased() : name }

  private mutating func add(
    _ name: String, list: StubCursor, isOpen: Bool, _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    var values: [String] = []
    for pattern in try list.array() {
      let condition = try reader.read(pattern, &notes)
      guard condition.presence == .required else { continue }
      if !condition.rules.isEmpty { add(condition, "\(selector(name))[\(values.count)]") }
      values.append(condition.example)
    }
    guard !values.isEmpty else { return }
    add(name, values)
    if isOpen { notes.lose("that '\(name)' may have other values too cannot be said", at: list) }
    if values.count > 1 {
      notes.lose("that the values of '\(name)' come in any order cannot be said", at: list)
    }
  }

  private mutating func add(_ condition: TextCondition, _ selector: String) {
    guard !condition.rules.isEmpty else { return }
    rules.append(
      MatchingRuleSet(
        category, selector, combination: condition.isAnyOf ? .or : .and, rules: condition.rules))
  }

  /// Texts that a header field is likely to have.
  private static func candidates(_ name: String) -> [String] {
    switch name.lowercased() {
    case "content-type", "accept":
      [
        "application/json", "application/xml", "text/plain", "text/xml", "text/html",
        "application/x-www-form-urlencoded", "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
      ]
    case "authorization": ["Bearer token", "Basic dXNlcjpwYXNzd29yZA=="]
    default: []
    }
  }
}
