package import ContractMatching
package import ContractModel
package import StubModel

/// The request pattern of a stub, ready to be compared with many requests.
package struct StubMatcher: Sendable {
  /// The methods that it accepts.
  package let method: StubMethod
  /// The URLs that it accepts.
  package let url: StubURL
  private let parts: [any StubPart]

  /// Compiles a request pattern.
  ///
  /// - Throws: ``StubProblem`` with the place of what cannot be used.
  package init(_ request: StubCursor, _ dialect: StubDialect) throws(StubProblem) {
    let reader = StubMatcherReader(request, dialect)
    try reader.check()
    method = try StubMethod(request["method"])
    url = try StubURL(request, dialect)
    parts = try reader.parts(url)
  }

  /// Whether method and URL alone decide.
  package var isDecidedByMethodAndURL: Bool { parts.isEmpty }

  /// Whether a request fits; the cheapest comparisons come first.
  package func accepts(_ request: StubRequest, at now: Moment) -> Bool {
    method.accepts(request.method) && url.accepts(request)
      && parts.allSatisfy { $0.matches(request, at: now) }
  }

  /// Everything that differs, in the order method, path, and then as the stub has it.
  package func mismatches(_ request: StubRequest, at now: Moment) -> [Mismatch] {
    var mismatches: [Mismatch] = []
    if !method.accepts(request.method) {
      mismatches.append(
        Mismatch(
          .method, expected: method.text, actual: request.method,
          message: "Expected method \(method.text) but was '\(request.method)'"))
    }
    if !url.accepts(request) {
      mismatches.append(
        Mismatch(
          .path, expected: url.text, actual: request.target,
          message: "Expected URL '\(url.text)' but was '\(request.target)'"))
    }
    return mismatches + parts.compactMap { $0.mismatch(request, at: now) }
  }

  /// How many conditions there are, method and URL included.
  package var conditionCount: Int { parts.count + 2 }
}
