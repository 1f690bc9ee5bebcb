import ContractModel
import JSONText

/// Compares contents of one media type: those of a body, or of a part of a multipart body.
struct ContentMatcher: Sendable {
  private enum Comparison: Sendable {
    case json(JSONPlan)
    case xml(XMLPlan)
    case form(ParameterMatcher)
    case multipart(MultipartMatcher)
    case text(TextMatcher)
    case graphQL(GraphQLRule, text: String)
    case binary(BinaryMatcher)
  }

  private let comparison: Comparison
  private let isStrict: Bool
  private let places: PlaceFinder
  /// The media type that is expected, or `nil` when the contract names none.
  let type: MediaType?
  /// The rules that found a place in the example.
  private(set) var use = RuleUse()

  /// - Parameters:
  ///   - content: JSON, text or bytes.
  ///   - start: where in the rules the contents stand.
  ///   - isStrict: whether keys that the contract does not name are refused, as in requests.
  /// - Throws: ``RuleError`` when a rule does not fit the example, or the example is not of its type.
  init(
    _ content: Body.Content, type named: MediaType?, rules: RuleTree, start: RuleState,
    isStrict: Bool, places: PlaceFinder
  ) throws(RuleError) {
    self.isStrict = isStrict
    self.places = places
    let type = named ?? Self.type(of: content)
    self.type = type
    use.reach(start, in: rules)
    let rule = start.entry.map { rules.entries[$0].set }
    if let rule, !start.isInherited, rule.rules.contains(where: { $0 is ContentTypeRule }) {
      // The type of the contents is about the bytes as a whole, whatever they are.
      let bytes = Body(content).bytes ?? []
      comparison = .binary(BinaryMatcher(bytes, rule: rule, type: type, places: places))
      return
    }
    if let rule, rule.isStructural, !start.isInherited, !content.isJSON, type?.isXML != true {
      throw RuleError(
        "the matching rule '\(rule.name ?? "")' is for the content of JSON; a body of"
          + " '\(type?.essence ?? "text")' has no keys and elements", rule: rule.source)
    }
    if case .json(let value) = content {
      let plan = try JSONPlan(
        value, rules: rules, start: start,
        mayBeGraphQL: isStrict || type?.isGraphQL == true)
      use.merge(plan.use)
      comparison = .json(plan)
      return
    }
    let bytes = Body(content).bytes ?? []
    let text = TextDecoding.text(bytes, charset: content.isText ? nil : type?.charset)
    if type?.isMultipart == true, let type {
      let multipart = try MultipartMatcher(
        bytes, type: type, rules: rules, start: start, isStrict: isStrict, places: places)
      use.merge(multipart.use)
      comparison = .multipart(multipart)
    } else if type?.isXML == true {
      let plan = try Self.xml(bytes, content, type, rules, start)
      use.merge(plan.use)
      comparison = .xml(plan)
    } else if type?.isForm == true, let text {
      let form = FormRules(PercentCoding.fields(text), rules, start)
      use.merge(form.use)
      comparison = .form(
        ParameterMatcher(
          expected: form.fields, rules: try form.fieldRules(), places: places, isForm: true))
    } else if type?.isGraphQL == true, rule == nil, let text, let rule = GraphQLRule(text) {
      comparison = .graphQL(rule, text: text)
    } else if content.isText || type?.isText == true, let text {
      comparison = .text(TextMatcher(text, rule: rule, places: places))
    } else {
      comparison = .binary(BinaryMatcher(bytes, rule: rule, type: type, places: places))
    }
  }

  /// The media type of a content that no contract names, as far as it shows.
  static func type(of content: Body.Content) -> MediaType? {
    switch content {
    case .json: MediaType("application/json")
    case .text(let text): text.hasPrefix("<?xml") ? MediaType("application/xml") : nil
    case .binary, .missing, .null, .empty: nil
    }
  }

  private static func xml(
    _ bytes: [UInt8], _ content: Body.Content, _ type: MediaType?, _ rules: RuleTree,
    _ start: RuleState
  ) throws(RuleError) -> XMLPlan {
    let tree: XMLTree
    do throws(XMLError) {
      tree = try XMLTree(parsing: bytes, charset: content.isText ? "UTF-8" : type?.charset)
    } catch {
      throw RuleError("the body of the contract is not XML: \(error)")
    }
    return try XMLPlan(tree, rules: rules, start: start)
  }

  /// Everything that differs, in the order of the document.
  ///
  /// - Parameter came: the media type of the actual contents, for its character set and boundary.
  func mismatches(_ actual: [UInt8], type came: MediaType?) -> [Mismatch] {
    switch comparison {
    case .json(let plan): return json(plan, actual, came)
    case .xml(let plan): return xml(plan, actual, came)
    case .form(let matcher):
      let text = TextDecoding.text(actual, charset: came?.charset)
      return matcher.mismatches(
        PercentCoding.fields(text ?? String(decoding: actual, as: UTF8.self)))
    case .multipart(let matcher): return matcher.mismatches(actual, type: came)
    case .text(let matcher): return matcher.mismatches(actual, charset: came?.charset)
    case .binary(let matcher): return matcher.mismatches(actual)
    case .graphQL(let rule, let text):
      let query = Operand.text(String(decoding: actual, as: UTF8.self))
      return rule.difference(of: query, from: .text(text)).map { message in
        [mismatch(actual, message)]
      } ?? []
    }
  }

  private func json(_ plan: JSONPlan, _ actual: [UInt8], _ came: MediaType?) -> [Mismatch] {
    do {
      let document = try JSONDocument(parsing: utf8(actual, came))
      var comparison = JSONComparison(plan, document, isStrict: isStrict, places: places)
      comparison.run()
      return comparison.mismatches
    } catch {
      return [mismatch(actual, "Expected a JSON body but it is not JSON: \(error)")]
    }
  }

  private func xml(_ plan: XMLPlan, _ actual: [UInt8], _ came: MediaType?) -> [Mismatch] {
    do throws(XMLError) {
      let tree = try XMLTree(parsing: actual, charset: came?.charset)
      var comparison = XMLComparison(plan, isStrict: isStrict, places: places)
      comparison.run(tree)
      return comparison.mismatches
    } catch {
      return [mismatch(actual, "Expected an XML body but it is not XML: \(error)")]
    }
  }

  /// The text as UTF-8, where the headers name another character set.
  private func utf8(_ actual: [UInt8], _ came: MediaType?) -> [UInt8] {
    guard let charset = came?.charset, !charset.equalsIgnoringCase("utf-8"),
      let text = TextDecoding.text(actual, charset: charset)
    else { return actual }
    return Array(text.utf8)
  }

  private func mismatch(_ actual: [UInt8], _ message: String) -> Mismatch {
    Mismatch(
      .body, path: "$", expected: shownExpected, actual: Excerpt.of(actual), message: message,
      location: places.location(example))
  }

  /// The expected JSON, for its place in the file.
  var example: JSONValue? {
    if case .json(let plan) = comparison { plan.expected } else { nil }
  }

  /// Whether contents of no bytes may fit.
  var acceptsNoBytes: Bool {
    switch comparison {
    case .text(let matcher): matcher.expected.isEmpty
    case .binary(let matcher): matcher.expected.isEmpty
    default: false
    }
  }

  /// What the contract expects, as far as a mismatch shows it.
  var shownExpected: String {
    switch comparison {
    case .json(let plan): Excerpt.of(plan.expected)
    case .xml(let plan): Excerpt.of(plan.expected.text(of: 0))
    case .form(let matcher): PercentCoding.query(matcher.expected)
    case .multipart(let matcher): Excerpt.of(matcher.expected)
    case .text(let matcher): Excerpt.of(matcher.expected)
    case .graphQL(_, let text): Excerpt.of(text)
    case .binary(let matcher): Excerpt.of(matcher.expected)
    }
  }
}

extension Body.Content {
  /// Whether the content is a JSON value.
  fileprivate var isJSON: Bool {
    if case .json = self { true } else { false }
  }

  /// Whether the content is a text that was decoded already.
  fileprivate var isText: Bool {
    if case .text = self { true } else { false }
  }
}

extension MediaType {
  /// The character set that the type names.
  var charset: String? { parameters.first { $0.name == "charset" }?.value }
}
