public import ContractModel
import JSONText

/// An expected request, ready to be compared with many.
///
/// Compile it once: comparing costs time in proportion to the request, whatever the number of rules.
public struct RequestMatcher: Sendable {
  /// The expected request.
  public let expected: HTTPRequest
  /// The path with its escapes in one form, or `nil` when a rule decides on the path.
  package let literalPath: [UInt8]?
  private let methodRule: RuleSet?
  private let pathRule: RuleSet?
  private let query: ParameterMatcher
  private let headers: HeaderMatcher
  private let body: BodyMatcher
  private let places: PlaceFinder
  /// Rules that apply to nothing of the example.
  public let unusedRules: [MatchingRuleSet]

  /// Compiles a request of a contract.
  ///
  /// - Parameters:
  ///   - request: the request with its rules.
  ///   - specification: the version whose semantics apply: version 1 compares a query in its order.
  ///   - places: where mismatches find their line of the contract file.
  /// - Throws: ``RuleError`` when a rule is not known or not valid.
  public init(
    _ request: HTTPRequest, specification: SpecificationVersion = .v4,
    places: PlaceFinder = PlaceFinder()
  ) throws(RuleError) {
    expected = request
    self.places = places
    methodRule = try Self.single(.method, request.rules)
    pathRule = try Self.single(.path, request.rules)
    literalPath = pathRule == nil ? Self.normalise(request.path) : nil
    let queryFields = request.query ?? []
    let queryRules = try FieldRules(
      request.rules, .query, examples: queryFields, ignoresCase: false)
    query = ParameterMatcher(
      expected: queryFields, rules: queryRules, places: places.at(.query),
      isOrdered: specification == .v1)
    let headerRules = try FieldRules(
      request.rules, .header, examples: HeaderMatcher.elements(of: request.headers),
      ignoresCase: true)
    headers = HeaderMatcher(
      expected: request.headers, rules: headerRules, places: places.at(.headers))
    body = try BodyMatcher(
      request.body, headerType: request.headers.header("content-type"), rules: request.rules,
      isStrict: true, places: places)
    let misplaced = request.rules.filter { [.status, .metadata].contains($0.category) }
    unusedRules = queryRules.unused + headerRules.unused + body.unused + misplaced
  }

  private static func single(
    _ category: MatchingRuleSet.Category, _ rules: [MatchingRuleSet]
  ) throws(RuleError) -> RuleSet? {
    guard let set = rules.first(where: { $0.category == category }) else { return nil }
    return try RuleSet(set)
  }

  /// A path with every escape decoded but `%2F` and `%25`: two spellings of one path become the same bytes.
  package static func normalise(_ path: some StringProtocol) -> [UInt8] {
    let bytes = Array(path.utf8)
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
    return PercentCoding.decode(bytes: bytes, keeping: [UInt8(ascii: "/"), UInt8(ascii: "%")])
  }

  /// Whether nothing but method and path is expected, so that they alone decide.
  package var isDecidedByMethodAndPath: Bool {
    literalPath != nil && methodRule == nil && expected.headers.isEmpty
      && expected.body.content == .missing && (expected.query ?? []).isEmpty
  }

  /// Whether a rule decides on the method.
  package var hasMethodRule: Bool { methodRule != nil }

  /// The names of the headers that are compared, in lower case.
  package var headerNames: [String] {
    expected.headers.map { $0.name.lowercased() }
  }

  /// Whether the body is compared at all.
  package var readsBody: Bool { expected.body.content != .missing }

  /// Everything that differs, in the order method, path, query, headers, body.
  public func mismatches(_ actual: ActualRequest) -> [Mismatch] {
    method(actual) + path(actual) + query.mismatches(actual.query)
      + headers.mismatches(actual.headers)
      + body.mismatches(actual.body, type: actual.headers.header("content-type"))
  }

  /// Whether the request fits; the cheapest comparisons come first.
  public func accepts(_ actual: ActualRequest) -> Bool {
    method(actual).isEmpty && path(actual).isEmpty
      && query.mismatches(actual.query).isEmpty
      && headers.mismatches(actual.headers).isEmpty
      && body.mismatches(actual.body, type: actual.headers.header("content-type")).isEmpty
  }

  private func method(_ actual: ActualRequest) -> [Mismatch] {
    if let methodRule {
      return differences(methodRule, .method, actual.method, expected.method)
    }
    guard actual.method.lowercased() != expected.method.lowercased() else { return [] }
    return [
      Mismatch(
        .method, expected: expected.method, actual: actual.method,
        message: "Expected method '\(expected.method)' but was '\(actual.method)'",
        location: places.at(.method).location())
    ]
  }

  private func path(_ actual: ActualRequest) -> [Mismatch] {
    if let pathRule {
      // A rule may be meant for the path as it is sent, or for what its escapes stand for.
      let plain = differences(pathRule, .path, actual.path, expected.path)
      guard !plain.isEmpty, actual.path.utf8.contains(UInt8(ascii: "%")) else { return plain }
      let decoded = differences(
        pathRule, .path, PercentCoding.decode(actual.path, plusIsSpace: false),
        PercentCoding.decode(expected.path, plusIsSpace: false))
      return decoded.isEmpty ? [] : plain
    }
    guard Self.normalise(actual.path) != literalPath else { return [] }
    return [
      Mismatch(
        .path, expected: expected.path, actual: actual.path,
        message: "Expected path '\(expected.path)' but was '\(actual.path)'",
        location: places.at(.path).location())
    ]
  }

  private func differences(
    _ rule: RuleSet, _ kind: Mismatch.Kind, _ actual: String, _ expected: String
  ) -> [Mismatch] {
    rule.differences(of: .text(actual), from: .text(expected)).map { name, message in
      Mismatch(
        kind, expected: expected, actual: actual, message: message, rule: name,
        location: places.at(kind == .method ? .method : .path).location())
    }
  }
}
