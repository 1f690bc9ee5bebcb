public import ContractModel

/// An expected response, ready to be compared.
public struct ResponseMatcher: Sendable {
  private let expected: HTTPResponse
  private let statusRule: RuleSet?
  private let headers: HeaderMatcher
  private let body: BodyMatcher
  private let places: PlaceFinder
  /// Rules that apply to nothing of the example.
  public let unusedRules: [MatchingRuleSet]

  /// Compiles a response of a contract.
  ///
  /// - Parameters:
  ///   - response: the response with its rules.
  ///   - places: where mismatches find their line of the contract file.
  /// - Throws: ``RuleError`` when a rule is not known or not valid.
  public init(_ response: HTTPResponse, places: PlaceFinder = PlaceFinder()) throws(RuleError) {
    expected = response
    self.places = places
    if let set = response.rules.first(where: { $0.category == .status }) {
      statusRule = try RuleSet(set)
    } else {
      statusRule = nil
    }
    let headerRules = try FieldRules(
      response.rules, .header, examples: HeaderMatcher.elements(of: response.headers),
      ignoresCase: true)
    headers = HeaderMatcher(
      expected: response.headers, rules: headerRules, places: places.at(.headers))
    body = try BodyMatcher(
      response.body, headerType: response.headers.header("content-type"), rules: response.rules,
      isStrict: false, places: places)
    let misplaced = response.rules.filter {
      [.method, .path, .query, .metadata].contains($0.category)
    }
    unusedRules = headerRules.unused + body.unused + misplaced
  }

  /// Everything that differs, in the order status, headers, body.
  public func mismatches(_ actual: ActualResponse) -> [Mismatch] {
    status(actual) + headers.mismatches(actual.headers)
      + body.mismatches(actual.body, type: actual.headers.header("content-type"))
  }

  private func status(_ actual: ActualResponse) -> [Mismatch] {
    let (wanted, came) = (String(expected.status), String(actual.status))
    if let statusRule {
      return statusRule.differences(of: .text(came), from: .text(wanted)).map { name, message in
        Mismatch(
          .status, expected: wanted, actual: came, message: message, rule: name,
          location: places.at(.status).location())
      }
    }
    guard expected.status != actual.status else { return [] }
    return [
      Mismatch(
        .status, expected: wanted, actual: came,
        message: "Expected status \(wanted) but was \(came)",
        location: places.at(.status).location())
    ]
  }
}
