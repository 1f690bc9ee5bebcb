import ContractMatching
import ContractModel
import JSONText
import StubMatching
import StubModel

/// Converts the conditions on the body of a request.
struct BodyConversion {
  /// The example body.
  private(set) var body: Body = .missing
  /// What other bodies may be.
  private(set) var rules: [MatchingRuleSet] = []
  private let reader: TextConditionReader
  /// The media type that the header fields name.
  private let contentType: String?

  init(_ reader: TextConditionReader, contentType: String?) {
    self.reader = reader
    self.contentType = contentType
  }

  /// Converts the patterns for the whole body.
  ///
  /// - Throws: ``StubProblem`` when no example can be made.
  mutating func add(
    _ patterns: StubCursor, _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    let flat = try Self.flat(patterns)
    if let main = flat.first(where: { Self.name($0, of: Self.whole) != nil }) {
      try add(whole: main, &notes)
      try check(flat.filter { $0.pointer != main.pointer }, &notes)
    } else if flat.contains(where: { $0["matchesJsonPath"] != nil }) {
      try add(paths: flat, &notes)
    } else if !flat.isEmpty {
      try add(text: flat, &notes)
    }
  }

  /// Operators that say what the whole body is.
  private static let whole = ["equalToJson", "equalToXml", "binaryEqualTo", "equalTo"]
  /// Operators that rules for a text stand for.
  private static let texts = ["matches", "contains"]

  private static func name(_ pattern: StubCursor, of names: [String]) -> String? {
    names.first { pattern[$0] != nil }
  }

  /// The patterns, those within `and` too.
  private static func flat(_ patterns: StubCursor) throws(StubProblem) -> [StubCursor] {
    var all: [StubCursor] = []
    for pattern in try patterns.array() {
      if let list = pattern["and"] { all += try flat(list) } else { all.append(pattern) }
    }
    return all
  }

  // MARK: - The whole body

  private mutating func add(
    whole pattern: StubCursor, _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    switch Self.name(pattern, of: Self.whole) {
    case "equalToJson":
      let json = try JSONPatternConversion(pattern, reader, &notes)
      set(Body(.json(json.example), contentType: contentType ?? "application/json"), json.rules)
    case "equalToXml":
      let options = [
        "enablePlaceholders", "exemptedComparisons", "ignoreOrderOfSameNode", "namespaceAwareness",
      ]
      for option in options {
        guard let cursor = pattern[option], cursor.value.boolean != false else { continue }
        notes.lose("'\(option)' cannot be said; the XML is compared as a whole", at: cursor)
      }
      let text = try pattern["equalToXml"]?.string() ?? ""
      set(Body(.text(text), contentType: contentType ?? "application/xml"))
    case "binaryEqualTo":
      let bytes = Base64.decode(try pattern["binaryEqualTo"]?.string() ?? "") ?? []
      set(Body(.binary(bytes), contentType: contentType ?? "*/*"))
    default:
      let text = try pattern["equalTo"]?.string() ?? ""
      if try pattern["caseInsensitive"]?.boolean() ?? false {
        set(
          Body.text(text, contentType: contentType ?? "*/*"),
          [MatchingRuleSet(.body, "$", rules: [Rule.regex("^(?i)\(Expression.escaped(text))$")])])
      } else {
        set(Self.body(text, contentType: contentType))
      }
    }
  }

  /// A body that a text is, by its media type, or by what it looks like.
  static func body(_ text: String, contentType: String?) -> Body {
    if text.isEmpty { return Body(.empty) }
    let type = contentType.map(MediaType.init)
    let looks = text.first { !$0.isWhitespace }
    if type.map(\.isJSON) ?? (looks == "{" || looks == "["), type?.isGraphQL != true,
      let json = try? JSONDocument(parsing: Array(text.utf8)).root
    {
      return Body(.json(json), contentType: contentType ?? "application/json")
    }
    if contentType == nil, looks == "<" { return Body(.text(text), contentType: "application/xml") }
    return Body.text(text, contentType: contentType ?? "*/*")
  }

  private mutating func set(_ body: Body, _ rules: [MatchingRuleSet] = []) {
    self.body = body
    self.rules = rules
  }

  /// Notes the patterns that do not follow from the example.
  private func check(
    _ others: [StubCursor], _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    for pattern in others {
      let condition = try StubOperatorReader(reader.dialect).read(pattern)
      let isImplied =
        rules.isEmpty && condition.matches(StubValue(body.bytes ?? []), at: reader.now)
      if !isImplied { Self.lose(pattern, &notes) }
    }
  }

  private static func lose(_ pattern: StubCursor, _ notes: inout ConversionNotes) {
    let name = pattern.members.first?.name ?? ""
    notes.lose("'\(name)' cannot be said of this body", at: pattern.member(name) ?? pattern)
  }

  // MARK: - Parts of it

  private mutating func add(
    paths patterns: [StubCursor], _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    var json = JSONPathConversion(reader)
    for pattern in patterns {
      guard let path = pattern["matchesJsonPath"], try json.add(path, &notes) else {
        Self.lose(pattern, &notes)
        continue
      }
    }
    guard let example = json.example, let first = patterns.first else { return }
    notes.lose(
      "that members have to be there cannot be said where others may be: a body without them is"
        + " accepted too", at: first)
    set(Body(.json(example), contentType: contentType ?? "application/json"), json.rules)
  }

  private mutating func add(
    text patterns: [StubCursor], _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    if patterns.count == 1, let absent = patterns[0]["absent"] {
      if reader.dialect == .compatible || absent.value.boolean == true { set(Body(.empty)) }
      return
    }
    let known = patterns.filter { Self.name($0, of: Self.texts) != nil }
    for pattern in patterns where Self.name(pattern, of: Self.texts) == nil {
      Self.lose(pattern, &notes)
    }
    guard !known.isEmpty else { return }
    if let contentType, MediaType(contentType).isJSON {
      return try add(json: known, contentType, &notes)
    }
    var reader = reader
    reader.candidates = Self.candidates(contentType, known[0])
    let condition = try reader.read(all: known, at: known[0], &notes)
    if contentType == nil {
      notes.lose(
        "the type of the body is not known; a condition on the header Content-Type names it",
        at: known[0])
    }
    let rules = condition.rules.map { rule in
      rule["regex"]?.string.map { Rule.regex("(?s)" + $0) } ?? rule
    }
    set(
      Self.body(condition.example, contentType: contentType ?? "*/*"),
      [MatchingRuleSet(.body, "$", combination: condition.isAnyOf ? .or : .and, rules: rules)])
  }

  /// Bodies that a pattern for text may be about.
  private static func candidates(_ contentType: String?, _ pattern: StubCursor) -> [String] {
    guard let contentType, MediaType(contentType).isXML else { return [] }
    let part = pattern["contains"]?.value.string ?? ""
    return ["<a/>", "<a>\(part)</a>", "<\(part)/>"]
  }

  /// Rules for texts would count for each value of a JSON body: an object is all that can be asked for.
  private mutating func add(
    json patterns: [StubCursor], _ contentType: String, _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    var operators: [any StubOperator] = []
    var parts: [String] = []
    for pattern in patterns {
      operators.append(try StubOperatorReader(reader.dialect).read(pattern))
      let part = pattern["matches"]?.value.string.flatMap { Expression.example($0) }
      parts += [part ?? pattern["contains"]?.value.string ?? ""]
      Self.lose(pattern, &notes)
    }
    let part = parts.joined(separator: ", ")
    for text in [
      "{}", "{\(part)}", "{\(part): 1}", "{\"a\": \(part)}", "{\"a\": \"\(part)\"}", part,
    ] {
      guard let json = try? JSONValue(parsing: text), json.kind == .object,
        operators.allSatisfy({ $0.matches(StubValue(json.description), at: reader.now) })
      else { continue }
      let free = MatchingRuleSet(.body, "$", rules: [Rule.anyKey])
      return set(Body(.json(json), contentType: contentType), [free])
    }
  }
}
