import ContractModel
import JSONText

/// Compares a body by its media type.
struct BodyMatcher: Sendable {
  /// How the body is compared.
  private enum Comparison: Sendable {
    case ignored
    case null
    case empty
    case json(JSONPlan)
    case form(ParameterMatcher)
    case text(String, RuleSet?)
    case binary([UInt8])
  }

  private let comparison: Comparison
  private let type: MediaType?
  private let isStrict: Bool
  private let places: PlaceFinder
  /// Rules that apply to no place of the example, by their selector.
  let unused: [MatchingRuleSet]

  /// - Parameters:
  ///   - headerType: what the headers say of the media type.
  ///   - isStrict: whether keys that the contract does not name are refused.
  /// - Throws: ``RuleError`` when a rule is not valid, or the media type cannot be compared.
  init(
    _ body: Body, headerType: String?, rules: [MatchingRuleSet], isStrict: Bool,
    places: PlaceFinder
  ) throws(RuleError) {
    self.isStrict = isStrict
    self.places = places
    let named = (body.contentType ?? headerType).map(MediaType.init)
    var unused: [MatchingRuleSet] = []
    switch body.content {
    case .missing: (comparison, type) = (.ignored, nil)
    case .null: (comparison, type) = (.null, nil)
    case .empty: (comparison, type) = (.empty, nil)
    case .json(let value):
      type = named ?? MediaType("application/json")
      let tree = try RuleTree(rules)
      let plan = JSONPlan(value, rules: tree)
      unused = plan.unused.map { entry in
        MatchingRuleSet(
          .body, entry.path.description, rules: entry.source.map { [$0] } ?? [])
      }
      comparison = .json(plan)
    case .text(let text):
      type = named ?? (text.hasPrefix("<?xml") ? MediaType("application/xml") : nil)
      comparison = try Self.text(text, type, rules, places)
    case .binary(let bytes):
      type = named
      if let set = rules.first(where: { $0.category == .body }) {
        throw RuleError("matching rules for binary bodies are not known", rule: set.rules.first)
      }
      comparison = .binary(bytes)
    }
    if [.missing, .null, .empty].contains(body.content) {
      // There is nothing to apply them to, but one that is wrong must not stay unseen.
      _ = try RuleTree(rules)
      unused = rules.filter { $0.category == .body }
    }
    self.unused = unused
  }

  private static func text(
    _ text: String, _ type: MediaType?, _ rules: [MatchingRuleSet], _ places: PlaceFinder
  ) throws(RuleError) -> Comparison {
    if type?.isForm == true {
      let fields = PercentCoding.fields(text)
      let named = rules.compactMap { set -> MatchingRuleSet? in
        guard set.category == .body, let path = try? PathExpression(parsing: set.selector) else {
          return nil
        }
        var set = set
        if case .key(let name)? = path.tokens.first {
          set.selector = name
        } else {
          set.selector = ""
        }
        return set
      }
      let fieldRules = try FieldRules(
        named, .body, names: fields.map(\.name), ignoresCase: false)
      return .form(
        ParameterMatcher(expected: fields, rules: fieldRules, places: places, isForm: true))
    }
    if type?.isXML == true || type?.isMultipart == true {
      throw RuleError(
        "bodies of type '\(type?.essence ?? "")' cannot be compared; JSON, forms, text and binary"
          + " bodies can")
    }
    var rule: RuleSet?
    for set in rules where set.category == .body {
      guard let path = try? PathExpression(parsing: set.selector), path.tokens.isEmpty else {
        throw RuleError(
          "a rule for '\(set.selector)' cannot apply to a body of text, expected '$'",
          rule: set.rules.first)
      }
      if rule == nil { rule = try RuleSet(set) }
    }
    return .text(text, rule)
  }

  func mismatches(_ actual: [UInt8]?, type actualType: String?) -> [Mismatch] {
    switch comparison {
    case .ignored: return []
    case .null:
      guard let actual, !actual.isEmpty, !Self.isNull(actual) else { return [] }
      return [mismatch("", actual, "Expected an empty body but received \(Excerpt.of(actual))")]
    case .empty:
      guard let actual, !actual.isEmpty else { return [] }
      return [mismatch("", actual, "Expected an empty body but received \(Excerpt.of(actual))")]
    default: break
    }
    guard let actual, !actual.isEmpty || isEmptyText else {
      let name = type.map { " '\($0.essence)'" } ?? ""
      return [
        Mismatch(
          .body, path: "$", expected: shownExpected, actual: "",
          message: "Expected a body\(name) but it was missing", location: places.location(value))
      ]
    }
    if let difference = typeDifference(actual, actualType) { return [difference] }
    return compare(actual)
  }

  private var isEmptyText: Bool {
    if case .text(let text, _) = comparison { text.isEmpty } else { false }
  }

  private func typeDifference(_ actual: [UInt8], _ actualType: String?) -> Mismatch? {
    guard let type, type.essence != "*/*", let actualType else { return nil }
    let came = MediaType(actualType)
    guard came.essence != type.essence, came.essence != "*/*" else { return nil }
    return Mismatch(
      .bodyContentType, path: "$", expected: type.essence, actual: came.essence,
      message:
        "Expected a body of '\(type.essence)' but the actual content type was '\(came.essence)'",
      location: places.location(value))
  }

  private func compare(_ actual: [UInt8]) -> [Mismatch] {
    switch comparison {
    case .ignored, .null, .empty: return []
    case .json(let plan): return json(plan, actual)
    case .form(let matcher):
      return matcher.mismatches(PercentCoding.fields(String(decoding: actual, as: UTF8.self)))
    case .text(let expected, let rule):
      let text = String(decoding: actual, as: UTF8.self)
      if let rule {
        return rule.differences(of: .text(text), from: .text(expected)).map { name, message in
          Mismatch(
            .body, path: "$", expected: Excerpt.of(expected), actual: Excerpt.of(text),
            message: message, rule: name,
            location: places.location(rule.source))
        }
      }
      if text == expected { return [] }
      return [
        mismatch(
          Excerpt.of(expected), actual,
          "Expected body '\(Excerpt.of(expected))' to match '\(Excerpt.of(actual))' using equality"
            + " but did not match")
      ]
    case .binary(let expected):
      if actual == expected { return [] }
      let place = zip(actual, expected).enumerated().first { $1.0 != $1.1 }?.offset
      let offset = place ?? min(actual.count, expected.count)
      return [
        mismatch(
          Excerpt.of(expected), actual,
          "Actual body \(summary(actual)) is not equal to the expected body \(summary(expected)),"
            + " the first difference is at byte \(offset)")
      ]
    }
  }

  private func json(_ plan: JSONPlan, _ actual: [UInt8]) -> [Mismatch] {
    do {
      let document = try JSONDocument(parsing: actual)
      var comparison = JSONComparison(plan, isStrict: isStrict, places: places)
      comparison.run(document.root)
      return comparison.mismatches
    } catch {
      return [
        Mismatch(
          .body, path: "$", expected: Excerpt.of(plan.expected), actual: Excerpt.of(actual),
          message: "Expected a JSON body but it is not JSON: \(error)",
          location: places.location(plan.expected))
      ]
    }
  }

  private var value: JSONValue? {
    if case .json(let plan) = comparison { plan.expected } else { nil }
  }

  private var shownExpected: String {
    switch comparison {
    case .json(let plan): Excerpt.of(plan.expected)
    case .text(let text, _): Excerpt.of(text)
    case .binary(let bytes): Excerpt.of(bytes)
    case .form(let matcher): PercentCoding.query(matcher.expected)
    case .ignored, .null, .empty: ""
    }
  }

  private func mismatch(_ expected: String, _ actual: [UInt8], _ message: String) -> Mismatch {
    Mismatch(
      .body, path: "$", expected: expected, actual: Excerpt.of(actual), message: message,
      location: places.location(value))
  }

  private static func isNull(_ bytes: [UInt8]) -> Bool {
    (try? JSONDocument(parsing: bytes))?.root.isNull == true
  }

  private func summary(_ bytes: [UInt8]) -> String {
    let name = type?.essence ?? "application/octet-stream"
    return "[\(name), \(bytes.count) bytes, starting with \(Excerpt.hexadecimal(bytes))]"
  }
}
